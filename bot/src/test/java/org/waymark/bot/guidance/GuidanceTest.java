package org.waymark.bot.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.catalog.School;
import org.waymark.intents.classifier.IntentRecognizer;
import org.waymark.intents.classifier.Understanding;
import org.waymark.localization.Languages;
import org.waymark.localization.MessageKey;
import org.waymark.localization.Messages;

/** A school's overlay while the bot runs. */
class GuidanceTest {

  private static final IntentCatalog CATALOG = IntentCatalog.loadAnswers(CatalogFiles.shipped());
  private static final IntentRecognizer RECOGNIZER = IntentRecognizer.shipped(CATALOG);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T15:00:00Z"), ZoneOffset.UTC);
  private static final SchoolProperties NOT_CONFIGURED =
      new SchoolProperties(null, null, null, null, null);

  @TempDir private Path overlay;

  @BeforeEach
  void describeASchool() throws Exception {
    write(
        "school.yaml",
        """
        name: Hill School
        time-zone: America/New_York
        hours: {monday: 8:00 - 16:00, tuesday: 8:00 - 16:00, friday: 8:00 - 12:00}
        closed: [2026-11-26 to 2026-11-27]
        contacts:
          - {role: counselor, name: Ana Rivera, phone: "555-010-0112", languages: [en, es]}
        """);
  }

  private Guidance guidance() {
    return new Guidance(CATALOG, RECOGNIZER, NOT_CONFIGURED, overlay.toString(), CLOCK);
  }

  private void write(String path, String text) throws Exception {
    Path file = overlay.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aChangeIsUsedAtTheNextLook() throws Exception {
    Guidance guidance = guidance();
    assertThat(guidance.school()).map(School::name).contains("Hill School");
    write("school.yaml", "name: Valley School\ntime-zone: America/New_York\n");
    guidance.refresh();
    assertThat(guidance.school()).map(School::name).contains("Valley School");
  }

  @Test
  void aBrokenOverlayChangesNothingAndSaysWhy() throws Exception {
    Guidance guidance = guidance();
    write("school.yaml", "name: Valley School\ntime-zone: Nowhere/Land\n");
    guidance.refresh();
    assertThat(guidance.school()).map(School::name).contains("Hill School");
    assertThat(guidance.refused())
        .singleElement()
        .asString()
        .startsWith("overlay/school.yaml:2: 'Nowhere/Land' is not a time zone");
    write("school.yaml", "name: Valley School\ntime-zone: America/New_York\n");
    guidance.refresh();
    assertThat(guidance.refused()).isEmpty();
    assertThat(guidance.school()).map(School::name).contains("Valley School");
  }

  @Test
  void whatAnOverlayAddsIsAnsweredAtOnceAndUnderstoodSoon() throws Exception {
    Path sample = Path.of("../deploy/sample-school");
    for (String file :
        List.of(
            "topics/our-school.yaml",
            "en/answers/our-school.yaml",
            "en/utterances/our-school.yaml")) {
      write(file, Files.readString(sample.resolve(file)));
    }
    Guidance guidance = guidance();
    assertThat(guidance.catalog().answer("welding-open-house", Locale.ENGLISH).steps()).hasSize(3);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(
                        guidance
                            .recognizer()
                            .understand("can i come and see the welding shop", Locale.ENGLISH))
                    .isInstanceOfSatisfying(
                        Understanding.Matched.class,
                        matched -> assertThat(matched.intent()).isEqualTo("welding-open-house")));
  }

  @Test
  void aFolderThatDoesNotExistStopsTheStart() {
    assertThatThrownBy(
            () -> new Guidance(CATALOG, RECOGNIZER, NOT_CONFIGURED, "/no/such/folder", CLOCK))
        .hasMessageContaining("'/no/such/folder', which is no folder");
  }

  @Test
  void withoutAnOverlayTheConfiguredSchoolHolds() {
    Guidance guidance =
        new Guidance(
            CATALOG,
            RECOGNIZER,
            new SchoolProperties("Night School", " 555-010-0100", "", null, null),
            "",
            CLOCK);
    assertThat(texts().reach(guidance.school().orElseThrow(), Locale.ENGLISH))
        .isEqualTo("\u2068Night School\u2069\nFront office: \u2068555-010-0100\u2069");
  }

  @Test
  void hoursAndHolidaysAreSaidInTheLanguage() {
    School school = guidance().school().orElseThrow();
    assertThat(texts().week(school, Locale.ENGLISH).stream().map(GuidanceTest::plain))
        .containsExactly(
            "Monday – Tuesday: 8:00 AM – 4:00 PM",
            "Wednesday – Thursday: closed",
            "Friday: 8:00 AM – 12:00 PM",
            "Saturday – Sunday: closed");
    assertThat(texts().week(school, Locale.of("es")).getFirst()).startsWith("lunes – martes: ");
    assertThat(
            plain(
                texts()
                    .closedDays(school, LocalDate.of(2026, 11, 25), 3, Locale.ENGLISH)
                    .getFirst()))
        .isEqualTo("Nov 26 – 27, 2026");
    assertThat(
            texts().openingLine(school, CLOCK.instant(), Locale.ENGLISH).map(GuidanceTest::plain))
        .contains(
            "The school is closed now. It opens Monday, November 30 at 8:00 AM. Nobody will read"
                + " your question before then.");
    assertThat(
            texts()
                .openingLine(school, Instant.parse("2026-11-30T15:00:00Z"), Locale.ENGLISH)
                .map(GuidanceTest::plain))
        .contains("The school is open now, until 4:00 PM.");
  }

  @Test
  void contactsAreNamedByTheirRole() {
    School school = guidance().school().orElseThrow();
    assertThat(texts().contacts(school, List.of("counselor", "esl"), Locale.of("es")))
        .containsExactly(
            "Consejero (counselor): \u2068Ana Rivera\u2069 · \u2068555-010-0112\u2069 · habla"
                + " English, Español");
  }

  @Test
  void everyRoleOfTheCatalogHasAName() {
    List<String> known = List.of(MessageKey.values()).stream().map(MessageKey::key).toList();
    for (var intent : CATALOG.intents()) {
      assertThat(intent.contactRoles())
          .allSatisfy(role -> assertThat(known).contains("contact-" + role));
    }
  }

  private static SchoolTexts texts() {
    return new SchoolTexts(Messages.load(), Languages.load());
  }

  /** Without the narrow spaces and isolates that only the eye needs. */
  private static String plain(String text) {
    return text.replaceAll("[\u2068\u2069]", "").replaceAll("[\u202f\u2009\u00a0]", " ");
  }
}
