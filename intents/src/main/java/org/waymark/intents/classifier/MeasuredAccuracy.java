package org.waymark.intents.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * How well a language's held-out messages were understood when they were last measured, as {@code
 * accuracy/<language>.summary.properties} keeps it.
 *
 * @param messages how many messages an intent answers
 * @param right how many percent of them were answered rightly at once
 * @param rightOrOffered how many percent were answered rightly or had the right answer among the
 *     buttons
 * @param wrong how many percent were answered wrongly
 * @param outOfScope how many messages no intent answers
 * @param outOfScopeNotAnswered how many percent of those were not answered
 * @param emergencies how many messages told of danger
 * @param emergenciesCaught how many percent of those were shown help at once
 * @param emergenciesNoticed how many percent were shown help at once or asked back with the numbers
 * @param falseAlarms how many percent of the other messages were shown help
 */
public record MeasuredAccuracy(
    int messages,
    double right,
    double rightOrOffered,
    double wrong,
    int outOfScope,
    double outOfScopeNotAnswered,
    int emergencies,
    double emergenciesCaught,
    double emergenciesNoticed,
    double falseAlarms) {

  /** What was measured for a language; empty if nothing was. */
  public static Optional<MeasuredAccuracy> of(Locale language) {
    String path = "accuracy/" + fileName(language);
    try (InputStream in = MeasuredAccuracy.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        return Optional.empty();
      }
      Properties values = new Properties();
      values.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return Optional.of(
          new MeasuredAccuracy(
              (int) number(values, "messages"),
              number(values, "right"),
              number(values, "right-or-offered"),
              number(values, "wrong"),
              (int) number(values, "out-of-scope"),
              number(values, "out-of-scope-not-answered"),
              (int) number(values, "emergencies"),
              number(values, "emergencies-caught"),
              number(values, "emergencies-noticed"),
              number(values, "false-alarms")));
    } catch (IOException e) {
      throw new UncheckedIOException("The summary " + path + " cannot be read.", e);
    }
  }

  static String fileName(Locale language) {
    return language.toLanguageTag() + ".summary.properties";
  }

  private static double number(Properties values, String name) {
    return Double.parseDouble(values.getProperty(name));
  }

  /** The text of the file that {@link #of} reads. */
  String asProperties() {
    return String.format(
        Locale.ROOT,
        """
        # Measured by AccuracyReportTest on the held-out messages; percent unless it counts messages.
        messages=%d
        right=%.1f
        right-or-offered=%.1f
        wrong=%.1f
        out-of-scope=%d
        out-of-scope-not-answered=%.1f
        emergencies=%d
        emergencies-caught=%.1f
        emergencies-noticed=%.1f
        false-alarms=%.1f
        """,
        messages,
        right,
        rightOrOffered,
        wrong,
        outOfScope,
        outOfScopeNotAnswered,
        emergencies,
        emergenciesCaught,
        emergenciesNoticed,
        falseAlarms);
  }
}
