package org.waymark.localization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Measures the identifier on messages it was not built from, and writes accuracy.md. */
class AccuracyTest {

  /** Of the messages called certain, the part that must be right. */
  private static final double PRECISION_FLOOR = 0.99;

  /** Of the messages of four words or more, the part that must be certain and right. */
  private static final double LONG_MESSAGES_FLOOR = 0.95;

  /** Of all messages, the part that must be certain and right. */
  private static final double COVERAGE_FLOOR = 0.94;

  /** The same for each language. */
  private static final double COVERAGE_FLOOR_OF_LANGUAGE = 0.85;

  /** Romanised Hindi is Urdu in all but few words. */
  private static final Map<String, Double> OTHER_FLOORS = Map.of("hi", 0.5);

  /** Of the messages in languages not served, the part that must be named rightly. */
  private static final double UNSERVED_FLOOR = 0.9;

  /** Of the messages in languages not served, the part that may be taken for a served one. */
  private static final double UNSERVED_WRONG_CEILING = 0.01;

  private static final Path REPORT = Path.of("accuracy.md");

  private enum Outcome {
    RIGHT,
    WRONG,
    AMONG_CANDIDATES,
    OTHER
  }

  private record Message(String tag, String text) {

    String words() {
      var words = text.strip().split("\\s+").length;
      return words <= 2 ? "1-2" : words == 3 ? "3" : words <= 5 ? "4-5" : "6 or more";
    }

    boolean isLong() {
      return text.strip().split("\\s+").length >= 4;
    }
  }

  private final LanguageIdentifier identifier = LanguageIdentifier.standard();

  @Test
  void isRightOftenEnough() throws IOException {
    var served = messages("messages.tsv");
    var unserved = messages("other-messages.tsv");

    var fresh = messages("fresh-messages.tsv");

    Files.writeString(REPORT, report(served, fresh, unserved));

    assertThat(
            share(served, Outcome.RIGHT)
                / (1 - share(served, Outcome.AMONG_CANDIDATES, Outcome.OTHER)))
        .as("certain and right, of those called certain")
        .isGreaterThanOrEqualTo(PRECISION_FLOOR);
    assertThat(share(served.stream().filter(Message::isLong).toList(), Outcome.RIGHT))
        .as("certain and right, four words or more")
        .isGreaterThanOrEqualTo(LONG_MESSAGES_FLOOR);
    assertThat(share(served, Outcome.RIGHT))
        .as("certain and right")
        .isGreaterThanOrEqualTo(COVERAGE_FLOOR);
    groups(served, Message::tag)
        .forEach(
            (tag, messages) ->
                assertThat(share(messages, Outcome.RIGHT))
                    .as("certain and right in " + tag)
                    .isGreaterThanOrEqualTo(
                        OTHER_FLOORS.getOrDefault(tag, COVERAGE_FLOOR_OF_LANGUAGE)));
    assertThat(share(unserved, Outcome.RIGHT))
        .as("languages not served, named rightly")
        .isGreaterThanOrEqualTo(UNSERVED_FLOOR);
    assertThat(share(unserved, Outcome.WRONG))
        .as("languages not served, taken for another")
        .isLessThanOrEqualTo(UNSERVED_WRONG_CEILING);
  }

  @Test
  void hasMessagesOfEveryLanguage() throws IOException {
    var counts = groups(messages("messages.tsv"), Message::tag);

    for (var language : Languages.load().written()) {
      assertThat(counts.getOrDefault(language.tag(), List.of()))
          .as("lines of %s in messages.tsv", language.tag())
          .hasSizeGreaterThanOrEqualTo(25);
    }
  }

  @Test
  void measuresWithMessagesThatAreNotAmongTheSamples() throws IOException {
    var files = TextFiles.ofModule();
    for (var message : messages("messages.tsv")) {
      var samples = files.read(NgramTableBuilder.sampleFile(message.tag())).orElse("");
      if (message.isLong()) {
        assertThat(samples.lines()).doesNotContain(message.text());
      }
    }
  }

  private Outcome outcome(Message message) {
    return switch (identifier.identify(message.text())) {
      case IdentifiedLanguage.Certain(Locale language) ->
          written(language).toLanguageTag().equals(message.tag()) ? Outcome.RIGHT : Outcome.WRONG;
      case IdentifiedLanguage.Unsupported(String tag, String _) ->
          tag.equals(message.tag()) ? Outcome.RIGHT : Outcome.WRONG;
      case IdentifiedLanguage.Ambiguous(List<Locale> candidates) ->
          candidates.contains(Locale.of(message.tag())) ? Outcome.AMONG_CANDIDATES : Outcome.OTHER;
      case IdentifiedLanguage.Undetermined() -> Outcome.OTHER;
    };
  }

  /** The script is another test's business. */
  private static Locale written(Locale language) {
    var from = Languages.load().of(language).convertedFrom();
    return from == null ? language : from;
  }

  private double share(List<Message> messages, Outcome... outcomes) {
    return (double)
            messages.stream()
                .filter(message -> Arrays.asList(outcomes).contains(outcome(message)))
                .count()
        / messages.size();
  }

  private String report(List<Message> served, List<Message> fresh, List<Message> unserved) {
    var report = new StringBuilder();
    report.append(
        """
        # Accuracy of language identification

        Written by `mvn test -pl localization` from `src/test/resources`: messages that are not
        among the samples, but by the same hand, and looked at while the thresholds were chosen.
        Nothing is known about the writer. Certain means that the bot answers without asking.

        """);
    table(report, "language", groups(served, Message::tag));
    table(report, "words", groups(served, Message::words));
    table(report, "all", Map.of("served", served));
    report.append(
        "Messages in served languages that were used to choose neither thresholds nor"
            + " samples:\n\n");
    table(report, "words", groups(fresh, Message::words));
    report.append("Languages that are not served; right means recognised.\n\n");
    table(report, "language", groups(unserved, Message::tag));
    return report.toString().stripTrailing() + "\n";
  }

  private void table(StringBuilder report, String title, Map<String, List<Message>> groups) {
    report
        .append("| ")
        .append(title)
        .append(
            " | messages | certain, right | certain, wrong | asks, right among them | other |\n")
        .append("|---|---|---|---|---|---|\n");
    groups.forEach(
        (group, messages) -> {
          report.append("| ").append(group).append(" | ").append(messages.size());
          for (var outcome : Outcome.values()) {
            var count = messages.stream().filter(message -> outcome(message) == outcome).count();
            report.append(" | ").append(count);
          }
          report.append(" |\n");
        });
    report.append('\n');
  }

  private static Map<String, List<Message>> groups(
      List<Message> messages, Function<Message, String> key) {
    var groups = new TreeMap<String, List<Message>>();
    messages.forEach(
        message -> groups.computeIfAbsent(key.apply(message), _ -> new ArrayList<>()).add(message));
    return groups;
  }

  private static List<Message> messages(String name) throws IOException {
    try (var stream = AccuracyTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .map(cells -> new Message(cells[0], cells[1]))
          .toList();
    }
  }
}
