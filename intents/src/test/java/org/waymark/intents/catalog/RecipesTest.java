package org.waymark.intents.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the recipes of {@code intents/README.md} as a person does who only edits text files, on a
 * copy of the shipped catalog, and holds the translation platforms' settings against its files.
 */
class RecipesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Path SHIPPED = Path.of("src/main/resources/catalog");

  @TempDir private Path catalog;

  @BeforeEach
  void copyTheCatalog() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = catalog.resolve(SHIPPED.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private List<String> errors() {
    return CatalogCheck.check(CatalogFiles.in(catalog), TODAY).stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .map(Problem::toString)
        .toList();
  }

  /** The indented example below a heading of the README. */
  private static List<String> example(String heading) throws IOException {
    List<String> example = new ArrayList<>();
    boolean below = false;
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      if (line.startsWith("## ")) {
        below = line.equals("## " + heading);
      } else if (below && line.startsWith("       ")) {
        example.add(line.substring(7));
      }
    }
    assertThat(example).as("the example below '%s'", heading).isNotEmpty();
    return example;
  }

  private void replace(String path, String text, String replacement) throws IOException {
    Path file = catalog.resolve(path);
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(
        file, before.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(replacement)));
  }

  @Test
  void addAWayOfAsking() throws IOException {
    List<String> example = example("Add a way of asking");
    String intent = example.getFirst();
    String utterance = example.getLast();
    assertThat(intent).isEqualTo("financial-aid:");
    replace(
        "en/utterances/money.yaml",
        intent + "\n  utterances:\n",
        intent + "\n  utterances:\n" + utterance + "\n");
    assertThat(errors()).isEmpty();
    String added = utterance.strip().substring(2);
    assertThat(
            IntentCatalog.load(CatalogFiles.in(catalog))
                .utterances(Locale.ENGLISH)
                .get("financial-aid")
                .written())
        .anySatisfy(line -> assertThat(line.text()).isEqualTo(added));
  }

  @Test
  void aWayOfAskingThatStandsElsewhereIsReportedWithItsPlace() throws IOException {
    String utterance = example("Add a way of asking").getLast();
    for (String path : List.of("money", "rights")) {
      String intent = path.equals("money") ? "financial-aid:" : "privacy:";
      replace(
          "en/utterances/" + path + ".yaml",
          intent + "\n  utterances:\n",
          intent + "\n  utterances:\n" + utterance + "\n");
    }
    assertThat(errors())
        .singleElement()
        .asString()
        .contains("already stands under 'financial-aid'; keep it once.");
  }

  @Test
  void correctAnAnswer() throws IOException {
    replace("en/answers/money.yaml", "It is different at each workplace", "Each workplace differs");
    assertThat(errors()).isEmpty();
  }

  @Test
  void aNumberThatIsCorrectedInEnglishOnlyIsReportedForEveryOtherLanguage() throws IOException {
    replace("en/answers/rights.yaml", "1-800-669-4000", "1-800-669-4001");
    List<String> errors = errors();
    for (Locale language : IntentCatalog.load(CatalogFiles.in(catalog)).writtenLanguages()) {
      if (!language.equals(Locale.ENGLISH)) {
        assertThat(errors)
            .anySatisfy(
                error ->
                    assertThat(error)
                        .startsWith(language.toLanguageTag() + "/answers/rights.yaml:")
                        .contains("differ from the English answer"));
      }
    }
  }

  @Test
  void addALanguage() throws IOException {
    Files.createDirectories(catalog.resolve("qaa"));
    Files.copy(catalog.resolve("en/language.yaml"), catalog.resolve("qaa/language.yaml"));
    replace("qaa/language.yaml", "maturity: complete", "maturity: draft");
    assertThat(errors()).isEmpty();
    replace("qaa/language.yaml", "maturity: draft", "maturity: complete");
    assertThat(errors())
        .anySatisfy(e -> assertThat(e).contains("The answer for 'financial-aid' is missing"))
        .anySatisfy(e -> assertThat(e).contains("'financial-aid' has 0 utterances"))
        .anySatisfy(e -> assertThat(e).contains("There are no emergency phrases"))
        .anySatisfy(e -> assertThat(e).contains("The staff phrase"))
        .anySatisfy(e -> assertThat(e).contains("The term 'financial-aid' is missing"))
        .allSatisfy(e -> assertThat(e).startsWith("qaa/"));
  }

  @Test
  void crowdinAndWeblateFindEveryTranslatedFile() throws IOException {
    Path root = Path.of("..").toAbsolutePath().normalize();
    List<PathMatcher> crowdin = patterns(root, ".crowdin.yml", "translation: (\\S+)");
    List<PathMatcher> weblate = patterns(root, ".weblate.json", "\"filemask\": \"([^\"]+)\"");
    List<String> translated = new ArrayList<>();
    for (Locale language : IntentCatalog.load(CatalogFiles.shipped()).writtenLanguages()) {
      String folder = "intents/src/main/resources/catalog/" + language.toLanguageTag() + "/";
      translated.add(folder + "phrases.yaml");
      translated.add(folder + "glossary.yaml");
      CatalogFiles.shipped().pathsIn(language.toLanguageTag() + "/answers/").stream()
          .map(path -> "intents/src/main/resources/catalog/" + path)
          .forEach(translated::add);
      translated.add(
          "localization/src/main/resources/org/waymark/localization/messages_"
              + language.toLanguageTag()
              + ".properties");
    }
    assertThat(translated)
        .allSatisfy(
            file -> {
              assertThat(root.resolve(file)).exists();
              assertThat(crowdin).as("Crowdin: %s", file).anyMatch(p -> p.matches(Path.of(file)));
              assertThat(weblate).as("Weblate: %s", file).anyMatch(p -> p.matches(Path.of(file)));
            });
  }

  private static List<PathMatcher> patterns(Path root, String file, String pattern)
      throws IOException {
    List<PathMatcher> matchers = new ArrayList<>();
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(root.resolve(file)));
    while (found.find()) {
      String glob =
          found
              .group(1)
              .replaceFirst("^/", "")
              .replace("%two_letters_code%", "[a-z][a-z]")
              .replace("%original_file_name%", "*.yaml");
      matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + glob));
    }
    return matchers;
  }
}
