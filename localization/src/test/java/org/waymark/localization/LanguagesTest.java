package org.waymark.localization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  private static final String HEADER =
      "tag\tenglish_name\tendonym\tscript\tdirection\ttier\tmaturity\treview\n";
  private static final String ENGLISH =
      "en\tEnglish\tEnglish\tLatn\tltr\t1\tcomplete\tunreviewed\n";

  @TempDir private Path directory;

  @Test
  void listsTheLanguagesInTheOrderOfTheFile() throws IOException {
    write(HEADER + ENGLISH + "ht\tHaitian Creole\tKreyòl\tLatn\tltr\t1\tdraft\tunreviewed\n");

    var languages = Languages.load(directory);

    assertThat(languages.all()).extracting(Language::tag).containsExactly("en", "ht");
    assertThat(languages.offered()).extracting(Language::tag).containsExactly("en");
  }

  @Test
  void shipsTwentyLanguages() {
    assertThat(Languages.load().written())
        .hasSize(20)
        .first()
        .extracting(Language::tag)
        .isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource({
    "pt-BR, pt",
    "fil, tl",
    "tl, tl",
    "EN_us, en",
    "zh-CN, zh",
    "zh-TW, zh-Hant",
    "zh-Hant-HK, zh-Hant"
  })
  void findsALanguageByItsRegionsAndOtherNames(String tag, String found) {
    assertThat(Languages.load().byTag(tag)).map(Language::tag).hasValue(found);
  }

  @ParameterizedTest
  @CsvSource({"ja", "not a tag", "''"})
  void findsNoLanguageForOtherTags(String tag) {
    assertThat(Languages.load().byTag(tag)).isEmpty();
  }

  @Test
  void refusesALocaleItDoesNotKnow() {
    assertThatThrownBy(() -> Languages.load().of(Locale.JAPANESE))
        .isInstanceOf(UnknownLanguageException.class)
        .hasMessage("'ja' is not in languages.tsv");
  }

  @Test
  void namesEveryProblemWithItsLine() throws IOException {
    write(
        HEADER
            + ENGLISH
            + "es\tSpanish\n"
            + "fr\tFrench\tFrançais\tLatn\tltr\tfirst\tdraft\tunreviewed\n"
            + "e\tNone\tNone\tLatn\tltr\t1\tdraft\tunreviewed\n"
            + "ru\tRussian\tРусский\tCyrl\tup\t1\tdraft\tunreviewed\n"
            + "uk\t\tУкраїнська\tCyrl\tltr\t1\tdraft\tunreviewed\n"
            + ENGLISH);

    assertThatThrownBy(() -> Languages.load(directory))
        .isInstanceOfSatisfying(
            LocalizationInvalidException.class,
            invalid ->
                assertThat(invalid.problems())
                    .satisfiesExactly(
                        problem ->
                            assertThat(problem)
                                .isEqualTo(
                                    "languages.tsv:3: expected 8 columns separated by tabs,"
                                        + " found 2"),
                        problem -> assertThat(problem).startsWith("languages.tsv:4: "),
                        problem -> assertThat(problem).startsWith("languages.tsv:5: "),
                        problem -> assertThat(problem).startsWith("languages.tsv:6: "),
                        problem ->
                            assertThat(problem)
                                .isEqualTo(
                                    "languages.tsv:7: A language needs a name, an endonym and a"
                                        + " script"),
                        problem ->
                            assertThat(problem).isEqualTo("languages.tsv:8: en is listed twice")));
  }

  @Test
  void needsEnglish() throws IOException {
    write(HEADER);

    assertThatThrownBy(() -> Languages.load(directory))
        .hasMessage(
            "languages.tsv:1: English (en) is missing; the other languages are written from it");
  }

  @Test
  void saysThatTheListIsMissing() {
    assertThatThrownBy(() -> Languages.load(directory))
        .hasMessage("languages.tsv: the file is missing");
  }

  private void write(String content) throws IOException {
    Files.writeString(directory.resolve(Languages.FILE), content);
  }
}
