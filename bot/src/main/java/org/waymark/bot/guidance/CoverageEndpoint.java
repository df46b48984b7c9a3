package org.waymark.bot.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.waymark.intents.catalog.Intent;
import org.waymark.intents.catalog.Problem;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;
import org.waymark.localization.Messages;
import org.waymark.localization.Review;

/** The coverage of the languages as a page for operators, on the management port. */
@Component
@WebEndpoint(id = "coverage")
class CoverageEndpoint {

  private final Languages languages;
  private final Messages messages;
  private final Guidance guidance;
  private final Clock clock;

  CoverageEndpoint(Languages languages, Messages messages, Guidance guidance, Clock clock) {
    this.languages = languages;
    this.messages = messages;
    this.guidance = guidance;
    this.clock = clock;
  }

  @ReadOperation(produces = "text/html;charset=UTF-8")
  String page() {
    Coverage coverage = Coverage.ofShipped(languages, messages, LocalDate.now(clock));
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Waymark: languages</title>
        <style>
        body { margin: 1rem auto; max-width: 75rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1c2523; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; }
        th, td { padding: .3rem .6rem; border-bottom: 1px solid #c9d2ce; text-align: end; white-space: nowrap; }
        th:first-child, td:first-child { text-align: start; }
        .gap { background: #fff1ef; color: #a61b1b; }
        </style>
        <h1>Languages</h1>
        """);
    out.append("<div class=\"scroll\"><table>\n<tr><th>Language");
    for (String heading :
        List.of(
            "Maturity",
            "Read by a native reader",
            "Answers of " + coverage.intents(),
            "Sentences of " + coverage.sentences(),
            "Staff phrases of " + coverage.staffPhrases(),
            "Utterances",
            "Situation messages",
            "Out of scope",
            "Emergency phrases",
            "Right or offered, %",
            "Wrong, %",
            "Out of scope not answered, %",
            "Emergencies noticed, %")) {
      out.append("<th>").append(heading);
    }
    coverage.languages().forEach(row -> row(out, coverage, row));
    out.append("\n</table></div>\n");
    list(
        out,
        "Facts to compare with their sources now",
        coverage.stale().stream().map(CoverageEndpoint::stale).toList());
    list(
        out,
        "Why the school's overlay is not used",
        guidance.refused().stream().map(Problem::toString).toList());
    return out.toString();
  }

  private static String stale(Intent intent) {
    return intent.id() + " (by " + intent.reviewBy() + ")";
  }

  private static void row(StringBuilder out, Coverage coverage, Coverage.Row row) {
    Language language = row.language();
    boolean converted = language.convertedFrom() != null;
    out.append("\n<tr><td>")
        .append(escape(language.englishName()))
        .append(" <span lang=\"")
        .append(language.tag())
        .append("\" dir=\"auto\">")
        .append(escape(language.endonym()))
        .append("</span>");
    cell(out, lower(language.maturity()), !language.isOffered());
    cell(
        out,
        converted ? "converted by a program" : language.review() == Review.REVIEWED ? "yes" : "no",
        language.review() != Review.REVIEWED);
    cell(out, row.answers(), row.answers() < coverage.intents());
    cell(out, row.sentences(), row.sentences() < coverage.sentences());
    cell(out, row.staffPhrases(), row.staffPhrases() < coverage.staffPhrases());
    cell(out, row.utterances(), row.utterances() == 0);
    cell(out, row.situations(), row.situations() == 0);
    cell(out, row.outOfScope(), row.outOfScope() == 0);
    cell(out, row.emergencyPhrases(), row.emergencyPhrases() == 0);
    row.accuracy()
        .ifPresentOrElse(
            accuracy -> {
              cell(out, accuracy.rightOrOffered(), false);
              cell(out, accuracy.wrong(), false);
              cell(out, accuracy.outOfScopeNotAnswered(), false);
              cell(out, accuracy.emergenciesNoticed(), false);
            },
            () -> {
              for (int i = 0; i < 4; i++) {
                cell(out, "not measured", true);
              }
            });
  }

  private static void cell(StringBuilder out, Object value, boolean gap) {
    out.append(gap ? "<td class=\"gap\">" : "<td>").append(value);
  }

  private static void list(StringBuilder out, String heading, List<String> items) {
    if (!items.isEmpty()) {
      out.append("<h2>").append(heading).append("</h2>\n<ul>\n");
      items.forEach(item -> out.append("<li>").append(escape(item)).append('\n'));
      out.append("</ul>\n");
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
