package org.waymark.bot.guidance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.Intent;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.catalog.Utterances;
import org.waymark.intents.classifier.MeasuredAccuracy;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;
import org.waymark.localization.MessageKey;
import org.waymark.localization.Messages;

/**
 * How far each language has come: what is written, how well it is understood, and whether a native
 * reader has read it.
 *
 * @param intents how many intents need an answer
 * @param sentences how many sentences of its own the bot has
 * @param staffPhrases how many sentences staff can choose from
 * @param languages a row for each language, in the order they are offered
 * @param stale the intents whose facts were to be compared with their sources by now
 */
public record Coverage(
    int intents, int sentences, int staffPhrases, List<Row> languages, List<Intent> stale) {

  /**
   * One language.
   *
   * @param answers how many intents it answers in its own words
   * @param sentences how many of the bot's sentences it has
   * @param utterances how many lines were written for intents
   * @param situations how many messages were written from people's lives
   * @param outOfScope how many lines no intent answers
   * @param emergencyPhrases how many cues of danger it has
   * @param staffPhrases how many of the staff's sentences it has
   * @param accuracy how well it is understood; empty if that was not measured
   */
  public record Row(
      Language language,
      int answers,
      int sentences,
      int utterances,
      int situations,
      int outOfScope,
      int emergencyPhrases,
      int staffPhrases,
      Optional<MeasuredAccuracy> accuracy) {}

  /** Counts the shipped catalog; reads all of it, which takes some seconds. */
  public static Coverage ofShipped(Languages languages, Messages messages, LocalDate today) {
    IntentCatalog catalog = IntentCatalog.load(CatalogFiles.shipped());
    List<Row> rows = new ArrayList<>();
    for (Language language : languages.all()) {
      rows.add(row(catalog, messages, language));
    }
    return new Coverage(
        (int) catalog.intents().stream().filter(intent -> !intent.isOutOfScope()).count(),
        MessageKey.values().length,
        catalog.phrases(IntentCatalog.SOURCE_LANGUAGE).size(),
        rows,
        catalog.intents().stream().filter(intent -> intent.reviewBy().isBefore(today)).toList());
  }

  private static Row row(IntentCatalog catalog, Messages messages, Language language) {
    Locale locale = language.locale();
    int sentences = MessageKey.values().length - messages.missing(locale).size();
    if (!catalog.languages().contains(locale)) {
      return new Row(language, 0, sentences, 0, 0, 0, 0, 0, Optional.empty());
    }
    Locale written = catalog.writtenLanguage(locale);
    Map<String, Utterances> inScope = new HashMap<>(catalog.utterances(written));
    Utterances outOfScope = inScope.remove(Intent.OUT_OF_SCOPE);
    return new Row(
        language,
        catalog.answers(locale).size(),
        sentences,
        inScope.values().stream().mapToInt(u -> u.written().size()).sum(),
        inScope.values().stream().mapToInt(u -> u.situations().size()).sum(),
        outOfScope == null ? 0 : outOfScope.all().size(),
        catalog.emergency(written).phrases().size(),
        catalog.phrases(locale).size(),
        MeasuredAccuracy.of(written));
  }
}
