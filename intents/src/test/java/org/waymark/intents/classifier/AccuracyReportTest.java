package org.waymark.intents.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.Intent;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.classifier.Classification.RankedIntent;
import org.waymark.intents.classifier.ConfidencePolicy.Judged;
import org.waymark.intents.classifier.ConfidencePolicy.Verdict;
import org.waymark.intents.classifier.HeldOutMessages.Message;
import org.waymark.intents.classifier.LanguageModelTrainer.Sample;

/**
 * Measures each language, writes {@code accuracy/<language>.md}, and fails below the floors of
 * {@code src/test/resources/held-out/floors.tsv}. The reports are committed: a change of quality is
 * a difference in review.
 */
class AccuracyReportTest {

  private static final Path REPORTS = Path.of("accuracy");
  private static final int MOST_CONFUSIONS = 12;

  /**
   * "Good morning" is written by everybody; what is longer than this may stand in one place only.
   */
  private static final int LONGEST_COMMONPLACE = 3;

  private final IntentCatalog catalog = IntentCatalog.load(CatalogFiles.shipped());
  private final IntentRecognizer recognizer = IntentRecognizer.shipped(catalog);

  /** What became of messages. */
  private static final class Tally {
    private final Map<String, Integer> confusions = new HashMap<>();
    private final Map<String, int[]> perIntent = new TreeMap<>();
    private int messages;
    private int right;
    private int rightOrOffered;
    private int wrong;
    private int notUnderstood;
    private int first;
    private int firstThree;
    private int outside;
    private int outsideAnswered;
    private int outsideOffered;
    private int emergencies;
    private int emergenciesCaught;
    private int emergenciesOffered;
    private int falseAlarms;

    /**
     * Counts a message.
     *
     * @param answered what it was answered with; empty if with nothing
     * @param offered what was offered as buttons
     */
    void count(Message message, String answered, List<String> offered, Classification ranking) {
      List<String> labels = message.labels();
      if (!labels.contains(Intent.EMERGENCY) && answered.equals(Intent.EMERGENCY)) {
        falseAlarms++;
      }
      if (message.isOutOfScope()) {
        outside++;
        outsideAnswered += answered.isEmpty() || labels.contains(answered) ? 0 : 1;
        outsideOffered += answered.isEmpty() && !offered.isEmpty() ? 1 : 0;
        return;
      }
      messages++;
      if (message.isEmergency()) {
        emergencies++;
        emergenciesCaught += answered.equals(Intent.EMERGENCY) ? 1 : 0;
        emergenciesOffered += offered.contains(Intent.EMERGENCY) ? 1 : 0;
      }
      boolean isRight = labels.contains(answered);
      boolean isOffered = offered.stream().anyMatch(labels::contains);
      right += isRight ? 1 : 0;
      rightOrOffered += isRight || isOffered ? 1 : 0;
      wrong += !answered.isEmpty() && !isRight ? 1 : 0;
      notUnderstood += answered.isEmpty() && offered.isEmpty() ? 1 : 0;
      String best = ranking.best().intent();
      first += labels.contains(best) ? 1 : 0;
      firstThree +=
          ranking.top(3).stream().anyMatch(ranked -> labels.contains(ranked.intent())) ? 1 : 0;
      String expected = labels.contains(best) ? best : labels.getFirst();
      perIntent.computeIfAbsent(expected, _ -> new int[3])[0] += expected.equals(best) ? 1 : 0;
      perIntent.computeIfAbsent(expected, _ -> new int[3])[1]++;
      perIntent.computeIfAbsent(best, _ -> new int[3])[2]++;
      if (!labels.contains(best)) {
        confusions.merge(expected + " | " + best, 1, Integer::sum);
      }
    }

    double share(int count) {
      return messages == 0 ? 0 : 100.0 * count / messages;
    }

    double macroF1() {
      return 100
          * perIntent.values().stream()
              .filter(count -> count[1] > 0)
              .mapToDouble(count -> 2.0 * count[0] / (count[1] + count[2]))
              .average()
              .orElse(0);
    }

    double outsideNotAnswered() {
      return outside == 0 ? 100 : 100.0 * (outside - outsideAnswered) / outside;
    }

    MeasuredAccuracy summary() {
      int others = messages + outside - emergencies;
      return new MeasuredAccuracy(
          messages,
          share(right),
          share(rightOrOffered),
          share(wrong),
          outside,
          outsideNotAnswered(),
          emergencies,
          emergenciesCaught(),
          emergenciesNoticed(),
          others == 0 ? 0 : 100.0 * falseAlarms / others);
    }

    double emergenciesCaught() {
      return emergencies == 0 ? 100 : 100.0 * emergenciesCaught / emergencies;
    }

    /** Caught, or asked back with 911 and 988 in the question. */
    double emergenciesNoticed() {
      return emergencies == 0
          ? 100
          : 100.0 * (emergenciesCaught + emergenciesOffered) / emergencies;
    }
  }

  private record Floors(
      double rightOrOffered,
      double wrong,
      double outsideNotAnswered,
      double emergenciesCaught,
      double emergenciesNoticed) {}

  @TestFactory
  Stream<DynamicTest> keepsToTheFloors() throws IOException {
    Map<String, Floors> floors = floors();
    return HeldOutMessages.languages().stream()
        .map(
            language ->
                DynamicTest.dynamicTest(language.toLanguageTag(), () -> measure(language, floors)));
  }

  @Test
  void everyServedLanguageIsMeasured() throws IOException {
    assertThat(HeldOutMessages.languages()).containsAll(catalog.writtenLanguages());
  }

  private void measure(Locale language, Map<String, Floors> floors) throws IOException {
    Tally heldOut = new Tally();
    for (Message message : HeldOutMessages.of(language)) {
      count(heldOut, message, recognizer.understand(message.text(), language));
    }
    Map<String, Tally> crossValidated = crossValidated(language);
    Path report = REPORTS.resolve(language.toLanguageTag() + ".md");
    Files.writeString(report, report(language, heldOut, crossValidated));
    Files.writeString(
        REPORTS.resolve(MeasuredAccuracy.fileName(language)), heldOut.summary().asProperties());
    Floors floor = floors.get(language.toLanguageTag());
    assertThat(floor).as("floors.tsv has a line for %s", language.toLanguageTag()).isNotNull();
    assertThat(heldOut.share(heldOut.rightOrOffered))
        .as("right or offered, %%")
        .isGreaterThanOrEqualTo(floor.rightOrOffered());
    assertThat(heldOut.share(heldOut.wrong)).as("wrong, %%").isLessThanOrEqualTo(floor.wrong());
    assertThat(heldOut.outsideNotAnswered())
        .as("out of scope not answered, %%")
        .isGreaterThanOrEqualTo(floor.outsideNotAnswered());
    assertThat(heldOut.emergenciesCaught())
        .as("emergencies caught, %%")
        .isCloseTo(100, within(100 - floor.emergenciesCaught()));
    assertThat(heldOut.emergenciesNoticed())
        .as("emergencies noticed, %%")
        .isGreaterThanOrEqualTo(floor.emergenciesNoticed());
  }

  private static void count(Tally tally, Message message, Understanding understanding) {
    Classification ranking = understanding.classification();
    switch (understanding) {
      case Understanding.Matched matched ->
          tally.count(
              message,
              matched.intent(),
              matched.alternatives().stream().map(RankedIntent::intent).toList(),
              ranking);
      case Understanding.Ambiguous ambiguous ->
          tally.count(
              message,
              "",
              ambiguous.candidates().stream().map(RankedIntent::intent).toList(),
              ranking);
      case Understanding.NotUnderstood _ -> tally.count(message, "", List.of(), ranking);
      case Understanding.Emergency emergency ->
          tally.count(
              message,
              Intent.EMERGENCY,
              emergency.alternatives().stream().map(RankedIntent::intent).toList(),
              ranking);
    }
  }

  /**
   * Cross-validates again, unless it was done on the same utterances before, and holds the
   * committed thresholds against the result.
   */
  private Map<String, Tally> crossValidated(Locale language) throws IOException {
    List<Sample> samples = LanguageModelTrainer.samples(catalog, language);
    List<Judged> judged = judged(language, samples);
    ConfidencePolicy policy = recognizer.policy(language);
    ConfidencePolicy found = LanguageModelTrainer.policy(samples, judged);
    assertThat(List.of(policy.answer(), policy.offer(), policy.emergency()))
        .as("thresholds in %s", Thresholds.file(REPORTS, language))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 0.006 ? 0 : Double.compare(a, b))
        .containsExactly(found.answer(), found.offer(), found.emergency());
    Map<String, Tally> tallies = new TreeMap<>();
    for (int i = 0; i < samples.size(); i++) {
      String kind = samples.get(i).situation() ? "situation" : "written";
      Tally tally = tallies.computeIfAbsent(kind, _ -> new Tally());
      Classification classification = judged.get(i).classification();
      Message message = new Message(List.copyOf(judged.get(i).labels()), "");
      switch (policy.judge(classification)) {
        case Verdict.Answer(RankedIntent best) ->
            tally.count(message, best.intent(), List.of(), classification);
        case Verdict.Offer(List<RankedIntent> intents) ->
            tally.count(
                message, "", intents.stream().map(RankedIntent::intent).toList(), classification);
        case Verdict.Nothing() -> tally.count(message, "", List.of(), classification);
      }
    }
    return tallies;
  }

  private static List<Judged> judged(Locale language, List<Sample> samples) throws IOException {
    Path file = Path.of("target", language.toLanguageTag() + ".folds.tsv");
    String fingerprint = Thresholds.fingerprint(CatalogFiles.shipped(), language);
    if (Files.exists(file) && Files.readAllLines(file).getFirst().equals(fingerprint)) {
      return read(file, samples);
    }
    List<Judged> judged = LanguageModelTrainer.crossValidate(samples);
    StringBuilder out = new StringBuilder(fingerprint).append('\n');
    for (Judged line : judged) {
      for (RankedIntent ranked : line.classification().ranking()) {
        out.append(ranked.intent()).append('\t').append(ranked.confidence()).append('\t');
      }
      out.append('\n');
    }
    Files.writeString(file, out);
    return judged;
  }

  private static List<Judged> read(Path file, List<Sample> samples) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      String[] cells = lines.get(i + 1).split("\t");
      List<RankedIntent> ranking = new ArrayList<>();
      for (int cell = 0; cell < cells.length; cell += 2) {
        ranking.add(new RankedIntent(cells[cell], Double.parseDouble(cells[cell + 1])));
      }
      judged.add(new Judged(Set.of(samples.get(i).line().label()), new Classification(ranking)));
    }
    return judged;
  }

  private String report(Locale language, Tally heldOut, Map<String, Tally> crossValidated) {
    int written = 0;
    int situations = 0;
    for (var utterances : catalog.utterances(language).values()) {
      written += utterances.written().size();
      situations += utterances.situations().size();
    }
    ConfidencePolicy policy = recognizer.policy(language);
    StringBuilder out = new StringBuilder();
    out.append("# Accuracy: ")
        .append(language.getDisplayLanguage(Locale.ENGLISH))
        .append("\n\nWritten by `mvn -q test -pl intents -Dtest=AccuracyReportTest`. ")
        .append("Percentages of messages that an intent answers, unless said otherwise.\n\n");
    out.append(
        String.format(
            Locale.ROOT,
            "Trained on %d utterances and %d situation messages. Thresholds by cross-validation: "
                + "answer %.2f, offer %.2f, emergency %.2f.%n%n",
            written,
            situations,
            policy.answer(),
            policy.offer(),
            policy.emergency()));
    out.append("| measured on | messages | right | right or offered | wrong | not understood |")
        .append(" top 1 | top 3 | macro-F1 |\n|---|---|---|---|---|---|---|---|---|\n");
    row(out, "**held-out situation messages**", heldOut);
    row(out, "situation messages, 5-fold cross-validation", crossValidated.get("situation"));
    row(out, "utterances, 5-fold cross-validation", crossValidated.get("written"));
    out.append("\nHeld-out messages: ")
        .append(
            String.format(
                Locale.ROOT,
                "%d of %d out-of-scope messages not answered (%.0f %%), %d of them offered a"
                    + " choice; %d of %d emergencies caught, %d more asked back with 911 and"
                    + " 988; %d false alarms in the other %d messages.%n",
                heldOut.outside - heldOut.outsideAnswered,
                heldOut.outside,
                heldOut.outsideNotAnswered(),
                heldOut.outsideOffered,
                heldOut.emergenciesCaught,
                heldOut.emergencies,
                heldOut.emergenciesOffered,
                heldOut.falseAlarms,
                heldOut.messages + heldOut.outside - heldOut.emergencies));
    out.append("\nWorst confusions on the held-out messages (expected | ranked first): ");
    List<String> confusions =
        heldOut.confusions.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_CONFUSIONS)
            .map(entry -> "`" + entry.getKey() + "` " + entry.getValue())
            .toList();
    out.append(String.join(", ", confusions)).append(".\n");
    return out.toString();
  }

  private static void row(StringBuilder out, String name, Tally tally) {
    Tally shown = tally == null ? new Tally() : tally;
    out.append(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
            name,
            shown.messages,
            shown.share(shown.right),
            shown.share(shown.rightOrOffered),
            shown.share(shown.wrong),
            shown.share(shown.notUnderstood),
            shown.share(shown.first),
            shown.share(shown.firstThree),
            shown.macroF1()));
  }

  @Test
  void heldOutMessagesStandInNoCatalogFile() throws IOException {
    for (Locale language : HeldOutMessages.languages()) {
      Set<String> trained = new HashSet<>();
      catalog
          .utterances(language)
          .values()
          .forEach(u -> u.all().forEach(line -> trained.add(Words.key(line.text()))));
      assertThat(HeldOutMessages.of(language))
          .as(language.toLanguageTag())
          .allSatisfy(
              message -> {
                assertThat(message.labels()).allMatch(label -> catalog.find(label).isPresent());
                if (Words.of(message.text()).size() > LONGEST_COMMONPLACE) {
                  assertThat(trained).doesNotContain(Words.key(message.text()));
                }
              });
    }
  }

  private static Map<String, Floors> floors() throws IOException {
    Map<String, Floors> floors = new HashMap<>();
    List<String> lines = Files.readAllLines(HeldOutMessages.FOLDER.resolve("floors.tsv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t");
      floors.put(
          cells[0],
          new Floors(
              Double.parseDouble(cells[1]),
              Double.parseDouble(cells[2]),
              Double.parseDouble(cells[3]),
              Double.parseDouble(cells[4]),
              Double.parseDouble(cells[5])));
    }
    return floors;
  }
}
