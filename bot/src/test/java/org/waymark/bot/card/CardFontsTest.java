package org.waymark.bot.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.intents.catalog.Answer;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;

/** A letter without a font would be an empty box on the card. */
class CardFontsTest {

  private static final IntentCatalog CATALOG = IntentCatalog.loadAnswers(CatalogFiles.shipped());

  static Stream<Locale> languages() {
    return CATALOG.languages().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void haveEveryLetterOfTheAnswers(Locale language) {
    for (Answer answer : CATALOG.answers(language).values()) {
      List<String> texts = new ArrayList<>(answer.steps());
      texts.addAll(answer.bring());
      texts.add(answer.title());
      assertThat(texts)
          .as(answer.intent())
          .allSatisfy(
              text ->
                  text.codePoints()
                      .forEach(
                          letter ->
                              assertThat(CardFonts.covers(Character.toString(letter), language))
                                  .as("U+%04X in: %s", letter, text)
                                  .isTrue()));
    }
  }

  static Stream<Language> allLanguages() {
    return Languages.load().all().stream();
  }

  @ParameterizedTest
  @MethodSource("allLanguages")
  void haveEveryLetterOfTheNames(Language language) {
    assertThat(CardFonts.covers(language.endonym(), language.locale())).isTrue();
  }
}
