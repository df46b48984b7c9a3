package org.waymark.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waymark.intents.classifier.MeasuredAccuracy;
import org.waymark.localization.IdentifiedLanguage;
import org.waymark.localization.Language;
import org.waymark.localization.LanguageEvidence;
import org.waymark.localization.LanguageIdentifier;
import org.waymark.localization.Languages;

/**
 * Holds the table of languages in the main README against what is measured, and the recognition of
 * the held-out messages' language to its floors. {@code -Dreadme.update} writes the table anew.
 */
class LanguageTableTest {

  private static final Path README = Path.of("../README.md");
  private static final Path HELD_OUT = Path.of("../intents/src/test/resources/held-out");
  private static final Pattern TABLE =
      Pattern.compile("(?s)(<!-- languages -->\n).*?(<!-- /languages -->)");
  private static final int WHOLE_MESSAGE = 4;
  private static final double FLOOR_OF_WHOLE_MESSAGES = 90;
  private static final double FLOOR_OF_TWO_WORDS = 95;

  private final Languages languages = Languages.load();
  private final LanguageIdentifier identifier = LanguageIdentifier.standard();

  /** How the language of a language's held-out messages is recognised, in percent. */
  private record Recognition(double whole, double otherLanguage, double twoWords) {}

  @Test
  void theReadmeSaysWhatIsMeasured() throws IOException {
    StringBuilder table = new StringBuilder();
    table.append(
        """

        | language | maturity | messages | right at once | right or offered | wrong | out of scope not answered | danger noticed | language of 4 words and more | taken for another | two words, language known |
        |---|---|---|---|---|---|---|---|---|---|---|
        """);
    for (Language language : languages.offered()) {
      MeasuredAccuracy accuracy = MeasuredAccuracy.of(language.locale()).orElse(null);
      if (accuracy == null) {
        continue;
      }
      Recognition recognition = recognition(language);
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %d | %.1f | %.1f | %.1f | %.0f | %.0f %% of %d | %.1f | %.1f | %.1f |%n",
              language.englishName(),
              language.maturity().name().toLowerCase(Locale.ROOT),
              accuracy.messages() + accuracy.outOfScope(),
              accuracy.right(),
              accuracy.rightOrOffered(),
              accuracy.wrong(),
              accuracy.outOfScopeNotAnswered(),
              accuracy.emergenciesNoticed(),
              accuracy.emergencies(),
              recognition.whole(),
              recognition.otherLanguage(),
              recognition.twoWords()));
      assertThat(recognition.whole())
          .as("language of whole messages: %s", language.tag())
          .isGreaterThanOrEqualTo(FLOOR_OF_WHOLE_MESSAGES);
      assertThat(recognition.twoWords())
          .as("language of two words: %s", language.tag())
          .isGreaterThanOrEqualTo(FLOOR_OF_TWO_WORDS);
    }
    table.append('\n');
    String readme = Files.readString(README);
    String wanted =
        TABLE
            .matcher(readme)
            .replaceFirst("$1" + Matcher.quoteReplacement(table.toString()) + "$2");
    if (System.getProperty("readme.update") != null) {
      Files.writeString(README, wanted);
    }
    assertThat(Files.readString(README)).isEqualTo(wanted).contains("<!-- languages -->");
  }

  private Recognition recognition(Language language) throws IOException {
    int messages = 0;
    int right = 0;
    int other = 0;
    int starts = 0;
    int kept = 0;
    for (String text : heldOut(language)) {
      List<String> words = Arrays.asList(text.strip().split("\\s+"));
      boolean spaceless = text.codePoints().anyMatch(Character::isIdeographic);
      if (words.size() >= WHOLE_MESSAGE || spaceless && text.length() >= WHOLE_MESSAGE) {
        messages++;
        if (identifier.identify(text) instanceof IdentifiedLanguage.Certain(Locale found)) {
          boolean same = languages.of(found).englishName().startsWith(language.englishName());
          right += same ? 1 : 0;
          other += same ? 0 : 1;
        }
      }
      String start =
          spaceless
              ? text.substring(0, Math.min(4, text.length()))
              : String.join(" ", words.subList(0, Math.min(2, words.size())));
      starts++;
      kept +=
          identifier.identify(start, new LanguageEvidence(language.locale(), null))
                      instanceof IdentifiedLanguage.Certain(Locale found)
                  && languages.of(found).englishName().startsWith(language.englishName())
              ? 1
              : 0;
    }
    return new Recognition(share(right, messages), share(other, messages), share(kept, starts));
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 100 : 100.0 * part / whole;
  }

  private static List<String> heldOut(Language language) throws IOException {
    return Files.readAllLines(HELD_OUT.resolve(language.tag() + ".tsv")).stream()
        .map(line -> line.substring(line.indexOf('\t') + 1))
        .filter(text -> !text.isBlank())
        .toList();
  }
}
