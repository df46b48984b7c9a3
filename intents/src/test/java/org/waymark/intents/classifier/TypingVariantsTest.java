package org.waymark.intents.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.classifier.HeldOutMessages.Message;

/** The way a message is typed does not change what is understood. */
class TypingVariantsTest {

  private static final Map<String, UnaryOperator<String>> VARIANTS =
      Map.of(
          "upper case", text -> text.toUpperCase(Locale.ROOT),
          "more blanks", text -> "  " + text.replace(" ", "  ") + " \n",
          "question marks", text -> text + " ?!?",
          "decomposed", text -> Normalizer.normalize(text, Normalizer.Form.NFD),
          "emoji", text -> text + " 🙏🏽😢");

  private final IntentRecognizer recognizer =
      IntentRecognizer.shipped(IntentCatalog.loadAnswers(CatalogFiles.shipped()));

  @TestFactory
  Stream<DynamicTest> changeNothing() throws IOException {
    return HeldOutMessages.languages().stream()
        .flatMap(
            language ->
                VARIANTS.entrySet().stream()
                    .map(
                        variant ->
                            DynamicTest.dynamicTest(
                                language.toLanguageTag() + ", " + variant.getKey(),
                                () -> compare(language, variant.getValue()))));
  }

  private void compare(Locale language, UnaryOperator<String> variant) throws IOException {
    for (Message message : HeldOutMessages.of(language)) {
      assertThat(recognizer.understand(variant.apply(message.text()), language))
          .as(message.text())
          .isEqualTo(recognizer.understand(message.text(), language));
    }
  }
}
