package org.waymark.bot.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.waymark.bot.guidance.Coverage;
import org.waymark.intents.classifier.MeasuredAccuracy;
import org.waymark.localization.Languages;
import org.waymark.localization.Messages;
import picocli.CommandLine.Command;

/** Says how far each language has come. */
@Command(
    name = "coverage",
    description =
        "Writes a table, tab-separated: what each language has, how well it is understood, and"
            + " whether a native reader has read it. Then the facts that are due for review.")
final class CoverageCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Coverage coverage =
        Coverage.ofShipped(Languages.load(), Messages.load(), LocalDate.now(ZoneOffset.UTC));
    System.out.println(
        "language\tmaturity\treview\tanswers\tsentences\tstaff-phrases\tutterances\tsituations"
            + "\tout-of-scope\temergency-phrases\tright-or-offered\twrong"
            + "\tout-of-scope-not-answered\temergencies-noticed");
    for (Coverage.Row row : coverage.languages()) {
      System.out.println(
          String.join(
              "\t",
              row.language().tag(),
              row.language().maturity().name().toLowerCase(Locale.ROOT),
              row.language().review().name().toLowerCase(Locale.ROOT),
              row.answers() + "/" + coverage.intents(),
              row.sentences() + "/" + coverage.sentences(),
              row.staffPhrases() + "/" + coverage.staffPhrases(),
              String.valueOf(row.utterances()),
              String.valueOf(row.situations()),
              String.valueOf(row.outOfScope()),
              String.valueOf(row.emergencyPhrases()),
              row.accuracy().map(CoverageCommand::figures).orElse("-\t-\t-\t-")));
    }
    coverage
        .stale()
        .forEach(
            intent ->
                System.out.println(
                    "The facts of '"
                        + intent.id()
                        + "' were to be reviewed by "
                        + intent.reviewBy()
                        + "."));
    return 0;
  }

  private static String figures(MeasuredAccuracy accuracy) {
    return String.format(
        Locale.ROOT,
        "%.1f\t%.1f\t%.1f\t%.1f",
        accuracy.rightOrOffered(),
        accuracy.wrong(),
        accuracy.outOfScopeNotAnswered(),
        accuracy.emergenciesNoticed());
  }
}
