package org.waymark.intents.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small sound catalog, and for every rule a broken file over it with the sentence it must give.
 */
class CatalogCheckTest {

  private static final Path CATALOGS = Path.of("src/test/resources/catalogs");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir private Path temporary;

  @Test
  void findsNothingInASoundCatalog() {
    assertThat(CatalogCheck.check(CatalogFiles.in(CATALOGS.resolve("sound")), TODAY)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> reports() throws IOException {
    try (Stream<Path> folders = Files.list(CATALOGS.resolve("broken"))) {
      return folders.sorted().toList().stream()
          .map(
              broken ->
                  DynamicTest.dynamicTest(
                      broken.getFileName().toString(),
                      () -> {
                        Path catalog = temporary.resolve(broken.getFileName().toString());
                        copy(CATALOGS.resolve("sound"), catalog);
                        copy(broken, catalog);
                        List<String> problems =
                            CatalogCheck.check(CatalogFiles.in(catalog), TODAY).stream()
                                .filter(p -> p.severity() == Problem.Severity.ERROR)
                                .map(Problem::toString)
                                .toList();
                        String expected = Files.readString(broken.resolve("expected.txt")).strip();
                        assertThat(problems).anySatisfy(p -> assertThat(p).contains(expected));
                        assertThat(problems)
                            .allSatisfy(p -> assertThat(p).contains(":").endsWith("."));
                      }));
    }
  }

  @Test
  void warnsOfFactsThatAreDueForReview() {
    assertThat(
            CatalogCheck.check(
                CatalogFiles.in(CATALOGS.resolve("sound")), LocalDate.of(2027, 3, 1)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
              assertThat(problem.message())
                  .contains("'legal-help' were to be reviewed by 2027-02-24");
            });
  }

  @Test
  void onlyWarnsOfGapsInALanguageThatIsNotComplete() throws IOException {
    Path catalog = temporary.resolve("draft");
    copy(CATALOGS.resolve("sound"), catalog);
    Files.delete(catalog.resolve("xx/answers/crisis.yaml"));
    Path profile = catalog.resolve("xx/language.yaml");
    Files.writeString(profile, Files.readString(profile).replace("complete", "draft"));
    assertThat(CatalogCheck.check(CatalogFiles.in(catalog), TODAY))
        .isNotEmpty()
        .allMatch(problem -> problem.severity() == Problem.Severity.WARNING);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
