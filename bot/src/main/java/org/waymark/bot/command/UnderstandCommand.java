package org.waymark.bot.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.bot.conversation.Comprehension;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.classifier.Classification;
import org.waymark.intents.classifier.Classification.RankedIntent;
import org.waymark.intents.classifier.IntentRecognizer;
import org.waymark.intents.classifier.Understanding;
import org.waymark.localization.IdentifiedLanguage;
import org.waymark.localization.Language;
import org.waymark.localization.LanguageEvidence;
import org.waymark.localization.LanguageIdentifier;
import org.waymark.localization.Languages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Says for each line what language it is and what it asks. */
@Command(
    name = "understand",
    description =
        "Reads a message a line and writes what it was understood as, one JSON object a line.")
final class UnderstandCommand implements Callable<Integer> {

  @Option(names = "--language", description = "The language that the conversation has settled on.")
  private @Nullable String languageTag;

  @Override
  public Integer call() throws IOException {
    Languages languages = Languages.load();
    List<Locale> offered = languages.offered().stream().map(Language::locale).toList();
    Locale stored = languageTag == null ? null : CommandLineTool.language(languageTag, offered);
    IntentCatalog catalog = IntentCatalog.loadAnswers(CatalogFiles.shipped());
    IntentRecognizer recognizer = IntentRecognizer.shipped(catalog);
    Comprehension comprehension =
        new Comprehension(LanguageIdentifier.standard(), () -> recognizer, languages);
    JsonMapper json = JsonMapper.builder().build();
    CommandLineTool.forEachLine(
        line ->
            System.out.println(
                json.writeValueAsString(understand(line, stored, offered, comprehension))));
    return 0;
  }

  /** One line of the ranking, with the names that other programs read. */
  private record Ranked(String intent, double confidence) {}

  private static Map<String, Object> understand(
      String text, @Nullable Locale stored, List<Locale> offered, Comprehension comprehension) {
    Comprehension.Comprehended comprehended =
        comprehension.comprehend(text, new LanguageEvidence(stored, null));
    IdentifiedLanguage identified = comprehended.language();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("text", text);
    IdentifyCommand.describe(identified, result);
    Understanding understanding = comprehended.understanding();
    boolean notServed =
        identified instanceof IdentifiedLanguage.Unsupported
            || (identified instanceof IdentifiedLanguage.Certain(Locale certain)
                && !offered.contains(certain));
    Classification classification = understanding.classification();
    RankedIntent best = classification.best();
    result.put("outcome", outcome(understanding, notServed));
    result.put("intent", intent(understanding, best));
    result.put("confidence", round(confidence(understanding, best)));
    result.put("offered", offered(understanding, notServed));
    result.put(
        "ranking",
        classification.top(3).stream()
            .map(ranked -> new Ranked(ranked.intent(), round(ranked.confidence())))
            .toList());
    return result;
  }

  private static String outcome(Understanding understanding, boolean notServed) {
    return switch (understanding) {
      case Understanding.Emergency _ -> "emergency";
      case Understanding.Matched _ -> "answer";
      case Understanding.Ambiguous _ -> "clarify";
      case Understanding.NotUnderstood _ -> notServed ? "unsupported-language" : "not-understood";
    };
  }

  private static String intent(Understanding understanding, RankedIntent best) {
    return switch (understanding) {
      case Understanding.Emergency _ -> "emergency";
      case Understanding.Matched matched -> matched.intent();
      case Understanding.Ambiguous _, Understanding.NotUnderstood _ -> best.intent();
    };
  }

  private static double confidence(Understanding understanding, RankedIntent best) {
    return switch (understanding) {
      case Understanding.Emergency _ -> 1;
      case Understanding.Matched matched -> matched.confidence();
      case Understanding.Ambiguous _, Understanding.NotUnderstood _ -> best.confidence();
    };
  }

  private static List<String> offered(Understanding understanding, boolean notServed) {
    return switch (understanding) {
      case Understanding.Ambiguous ambiguous when !notServed ->
          ambiguous.candidates().stream().map(RankedIntent::intent).toList();
      case Understanding.Matched matched ->
          matched.alternatives().stream().map(RankedIntent::intent).toList();
      case Understanding.Emergency emergency ->
          emergency.alternatives().stream().map(RankedIntent::intent).toList();
      case Understanding.Ambiguous _, Understanding.NotUnderstood _ -> List.of();
    };
  }

  private static double round(double confidence) {
    return Math.round(confidence * 10_000) / 10_000.0;
  }
}
