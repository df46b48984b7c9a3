package org.waymark.intents.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The catalog that ships. */
class CatalogTest {

  private final IntentCatalog catalog = IntentCatalog.load(CatalogFiles.shipped());

  @TestFactory
  Stream<DynamicTest> hasNoProblems() {
    Map<String, List<Problem>> problems =
        CatalogCheck.check(CatalogFiles.shipped(), LocalDate.now(ZoneOffset.UTC)).stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .collect(Collectors.groupingBy(Problem::language));
    Stream<String> languages =
        Stream.concat(Stream.of("topics"), catalog.languages().stream().map(Locale::toLanguageTag));
    return languages.map(
        language ->
            DynamicTest.dynamicTest(
                language,
                () ->
                    assertThat(problems.getOrDefault(language, List.of())).as(language).isEmpty()));
  }

  @Test
  void answersTheSourceDocumentsTwentyQuestions() {
    assertThat(catalog.intents().stream().flatMap(i -> i.questions().stream()).distinct().sorted())
        .containsExactlyElementsOf(Stream.iterate(1, n -> n + 1).limit(20).toList());
  }

  @Test
  void hasTheIntentsOfTheDesign() {
    assertThat(catalog.intents()).hasSize(53);
    assertThat(catalog.intent("financial-aid").questions()).containsExactly(4, 10);
    assertThat(catalog.intent(Intent.EMERGENCY).sensitivity()).isEqualTo(Intent.Sensitivity.CRISIS);
  }

  @Test
  void givesAnAnswersRealLanguage() {
    Answer answer = catalog.answer("financial-aid", Locale.of("tlh"));
    assertThat(answer.language()).isEqualTo(Locale.ENGLISH);
  }
}
