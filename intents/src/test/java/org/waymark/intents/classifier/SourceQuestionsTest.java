package org.waymark.intents.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.IntentCatalog;

/** The twenty questions of the document that Waymark was started for, word for word. */
class SourceQuestionsTest {

  private final IntentCatalog catalog = IntentCatalog.loadAnswers(CatalogFiles.shipped());
  private final IntentRecognizer recognizer = IntentRecognizer.shipped(catalog);

  @TestFactory
  Stream<DynamicTest> areAnsweredByAnIntentThatCoversThem() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/source-questions.tsv")).stream()
        .map(line -> line.split("\t"))
        .map(
            cells ->
                DynamicTest.dynamicTest(
                    cells[0], () -> isAnswered(Integer.parseInt(cells[0]), cells[1])));
  }

  private void isAnswered(int number, String question) {
    assertThat(recognizer.understand(question, Locale.ENGLISH))
        .isInstanceOfSatisfying(
            Understanding.Matched.class,
            matched ->
                assertThat(catalog.intent(matched.intent()).questions())
                    .as(matched.intent())
                    .contains(number));
  }
}
