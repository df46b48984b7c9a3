package org.waymark.intents.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample school of {@code deploy/} over the shipped catalog, and what a broken one is told. */
class SchoolTest {

  private static final Path SAMPLE = Path.of("../deploy/sample-school");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  @TempDir private Path folder;

  private static CatalogFiles overlaid(Path overlay) {
    return CatalogFiles.shipped().overlaidBy(CatalogFiles.in(overlay));
  }

  private static School sample() {
    return IntentCatalog.loadAnswers(overlaid(SAMPLE)).school().orElseThrow();
  }

  @Test
  void theSampleIsSound() {
    assertThat(CatalogCheck.check(overlaid(SAMPLE), TODAY))
        .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING));
  }

  @Test
  void anOverlayAddsAnIntentWithItsAnswersAndUtterances() {
    IntentCatalog catalog = IntentCatalog.load(overlaid(SAMPLE));
    assertThat(catalog.intent("welding-open-house").topic()).isEqualTo("our-school");
    assertThat(catalog.answer("welding-open-house", Locale.of("es")).title()).startsWith("Día");
    assertThat(catalog.answer("welding-open-house", Locale.of("ar")).language())
        .isEqualTo(Locale.ENGLISH);
    assertThat(catalog.languagesToTrain())
        .containsExactlyInAnyOrder(Locale.ENGLISH, Locale.of("es"));
    assertThat(catalog.intent("financial-aid").links()).isNotEmpty();
  }

  @Test
  void anOverlayReplacesAnAnswerAndALink() throws Exception {
    write(
        "topics/money.yaml",
        """
        topic: money
        intents: {}
        links:
          student-aid: {url: "https://riverside.example/fafsa", label: Our FAFSA page, opened: true}
        """);
    write(
        "en/answers/money.yaml",
        """
        scholarships:
          title: Our own scholarship
          answer: |
            We have one.
          steps: [Ask us., Fill in the form., Send it.]
        """);
    IntentCatalog catalog = IntentCatalog.loadAnswers(overlaid(folder));
    assertThat(catalog.answer("scholarships", Locale.ENGLISH).title())
        .isEqualTo("Our own scholarship");
    assertThat(catalog.answer("financial-aid", Locale.ENGLISH).title()).contains("FAFSA");
    assertThat(catalog.intent("financial-aid").links())
        .anySatisfy(link -> assertThat(link.url()).hasToString("https://riverside.example/fafsa"));
  }

  @ParameterizedTest
  @CsvSource({
    // a Wednesday before the holidays, Central Standard Time
    "2026-11-25T14:00:00Z, 2026-11-25T18:00-06:00[America/Chicago], ",
    "2026-11-25T13:59:00Z, , 2026-11-25T08:00-06:00[America/Chicago]",
    "2026-11-26T00:00:00Z, , 2026-11-30T08:00-06:00[America/Chicago]",
    "2026-11-26T16:00:00Z, , 2026-11-30T08:00-06:00[America/Chicago]",
    "2026-12-30T16:00:00Z, , 2027-01-04T08:00-06:00[America/Chicago]",
    // summer time
    "2027-07-06T12:59:00Z, , 2027-07-06T08:00-05:00[America/Chicago]",
  })
  void knowsWhenItIsOpen(Instant now, ZonedDateTime until, ZonedDateTime opening) {
    assertThat(sample().openUntil(now).orElse(null)).isEqualTo(until);
    if (until == null) {
      assertThat(sample().nextOpening(now)).contains(opening);
    }
  }

  @Test
  void namesTheOfficeWhereNoContactFits() {
    assertThat(sample().contactsFor(List.of("financial-aid", "counselor")))
        .extracting(School.Contact::name)
        .containsExactly("Daniel Okafor", "Ana Rivera");
    assertThat(sample().contactsFor(List.of("social-worker")))
        .extracting(School.Contact::role)
        .containsExactly("office");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          time-zone: Mars/Base              | overlay/school.yaml:2: 'Mars/Base' is not a time zone
          hours: {mon: 8:00 - 9:00}         | 'mon' is not a day; write monday to sunday.
          hours: {monday: 9:00 - 8:00}      | The hours of monday are '9:00 - 8:00'
          hours: {monday: all day}          | The hours of monday are 'all day'
          closed: [24.12.2026]              | '24.12.2026' is no date
          closed: [2027-01-02 to 2026-12-24]| is no date
          contacts: [{role: janitor, name: X}]| 'janitor' is not a role; use one of admissions
          contacts: [{role: office}]        | This contact says nothing
          opening: 8:00                     | 'opening' is not known in the file
          """)
  void reports(String line, String expected) throws Exception {
    String zone = line.startsWith("time-zone") ? "" : "time-zone: America/Chicago\n";
    write("school.yaml", "name: X\n" + zone + line + "\n");
    assertThat(CatalogCheck.check(overlaid(folder), TODAY))
        .anySatisfy(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
              assertThat(problem.toString()).contains(expected.strip()).endsWith(".");
            });
  }

  @Test
  void reportsAFolderOfALanguageThatIsNotServed() throws Exception {
    write("qq/answers/money.yaml", "x: {}\n");
    assertThat(CatalogCheck.check(overlaid(folder), TODAY))
        .anySatisfy(
            problem ->
                assertThat(problem.toString())
                    .startsWith("overlay/qq/answers/money.yaml:1: An overlay holds school.yaml"));
  }

  @Test
  void reportsAnIntentOfTheSchoolThatHasNoEnglishAnswer() throws Exception {
    write(
        "topics/ours.yaml",
        """
        topic: ours
        intents:
          open-day:
            description: The open day.
            example: when is the open day?
            sensitivity: normal
            escalation: never
            reviewed: 2026-11-01
            review-by: 2027-05-01
        """);
    assertThat(CatalogCheck.check(overlaid(folder), TODAY))
        .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
        .singleElement()
        .hasToString(
            "overlay/en/answers/ours.yaml:1: The answer for 'open-day' is missing; write it.");
  }

  private void write(String path, String text) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
