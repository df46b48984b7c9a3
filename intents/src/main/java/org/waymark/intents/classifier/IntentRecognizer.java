package org.waymark.intents.classifier;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.intents.catalog.Intent;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.classifier.Classification.RankedIntent;
import org.waymark.intents.classifier.ConfidencePolicy.Verdict;

/**
 * Turns a message into an {@link Understanding}: danger first, then word-for-word matches, then the
 * classifier and its thresholds. Immutable; safe for use by several threads.
 */
public final class IntentRecognizer {

  /** Intents that do something, and so must not follow from "I don't want to ...". */
  private static final Set<String> ACTING =
      Set.of("discrimination-report", "bullying", "delete-data", "human", "change-language");

  /** A single word may mean something harmless in another language. */
  private static final int SHORTEST_FOREIGN_PHRASE = 2;

  private static final Classification NOTHING =
      new Classification(List.of(new RankedIntent(Intent.OUT_OF_SCOPE, 1)));

  private final IntentCatalog catalog;
  private final Map<Locale, LanguageModel> models;
  private final Map<Locale, EmergencyScreen> screens = new LinkedHashMap<>();
  private final Map<Locale, List<List<String>>> negations = new HashMap<>();

  private IntentRecognizer(IntentCatalog catalog, Map<Locale, LanguageModel> models) {
    this.catalog = catalog;
    this.models = models;
    for (Locale language : catalog.writtenLanguages()) {
      screens.put(language, new EmergencyScreen(catalog.emergency(language)));
      negations.put(
          language, catalog.profile(language).negations().stream().map(Words::of).toList());
    }
  }

  /**
   * The recognizer with the models that the build trained for the shipped catalog.
   *
   * @throws IllegalStateException if a language of the catalog has no model
   */
  public static IntentRecognizer shipped(IntentCatalog catalog) {
    Map<Locale, LanguageModel> models = new HashMap<>();
    for (Locale language : catalog.writtenLanguages()) {
      String path = "models/" + language.toLanguageTag() + ".model";
      try (InputStream in = IntentRecognizer.class.getClassLoader().getResourceAsStream(path)) {
        if (in == null) {
          throw new IllegalStateException(
              "The model " + path + " is missing; build the intents module first.");
        }
        models.put(
            language,
            LanguageModel.read(new DataInputStream(new BufferedInputStream(in, 1 << 16))));
      } catch (IOException e) {
        throw new UncheckedIOException("The model " + path + " cannot be read.", e);
      }
    }
    return new IntentRecognizer(catalog, models);
  }

  /** A recognizer trained now on a catalog that was read with its utterances. */
  public static IntentRecognizer train(IntentCatalog catalog) {
    Map<Locale, LanguageModel> models = new HashMap<>();
    for (Locale language : catalog.writtenLanguages()) {
      if (catalog.utterances(language).size() >= 2) {
        models.put(language, new LanguageModelTrainer().train(catalog, language));
      }
    }
    return new IntentRecognizer(catalog, models);
  }

  /** A recognizer with these models for a catalog with a school's overlay; trains nothing. */
  public IntentRecognizer servingAnswersOf(IntentCatalog overlaid) {
    return new IntentRecognizer(overlaid, models);
  }

  /**
   * A recognizer for a catalog with a school's overlay: the languages to which the overlay adds
   * utterances are trained now with the thresholds they have, the others are kept.
   *
   * @param overlaid the catalog, read with its utterances if it has languages to train
   */
  public IntentRecognizer trainedFor(IntentCatalog overlaid) {
    Map<Locale, LanguageModel> trained = new HashMap<>(models);
    for (Locale language : overlaid.languagesToTrain()) {
      trained.put(language, new LanguageModelTrainer().train(overlaid, language, policy(language)));
    }
    return new IntentRecognizer(overlaid, trained);
  }

  /** The thresholds of a language that has a model. */
  ConfidencePolicy policy(Locale language) {
    LanguageModel model = models.get(language);
    if (model == null) {
      throw new IllegalArgumentException("There is no model of " + language.toLanguageTag() + ".");
    }
    return model.policy();
  }

  /**
   * Looks for danger only. People in danger mix languages: every language's phrases are looked for,
   * those of single words only in the language itself and in English.
   *
   * @param language the language of the message; null if it is unknown, and then every phrase
   *     counts
   * @return the catalog's phrase that was found
   */
  public Optional<String> screen(String text, @Nullable Locale language) {
    Locale written = language == null ? null : catalog.writtenLanguage(language);
    for (Map.Entry<Locale, EmergencyScreen> screen : screens.entrySet()) {
      boolean own =
          written == null
              || screen.getKey().equals(written)
              || screen.getKey().equals(IntentCatalog.SOURCE_LANGUAGE);
      Optional<String> found = screen.getValue().find(text, own ? 1 : SHORTEST_FOREIGN_PHRASE);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * Understands a message.
   *
   * @param text the message as it was typed; may be empty
   * @param language the language it is written in; one without a model is never understood, though
   *     danger is still found
   */
  public Understanding understand(String text, Locale language) {
    return understandWritten(text, catalog.writtenLanguage(language));
  }

  private Understanding understandWritten(String text, Locale language) {
    Optional<String> danger = screen(text, language);
    LanguageModel model = models.get(language);
    if (model == null || Words.of(text).isEmpty()) {
      return danger
          .<Understanding>map(cue -> new Understanding.Emergency(cue, List.of(), NOTHING))
          .orElseGet(() -> new Understanding.NotUnderstood(NOTHING));
    }
    Classification classification = model.classifier().classify(text);
    if (danger.isPresent()) {
      return new Understanding.Emergency(danger.get(), List.of(), classification);
    }
    Optional<String> exact = model.exactMatch(text);
    if (exact.isPresent()) {
      return exactly(exact.get(), classification);
    }
    if (classification.confidence(Intent.EMERGENCY) >= model.policy().emergency()) {
      return suspected(classification);
    }
    return switch (model.policy().judge(classification)) {
      case Verdict.Nothing() -> new Understanding.NotUnderstood(classification);
      case Verdict.Offer(List<RankedIntent> intents) ->
          model.classifier().knowsAWord(text)
              ? new Understanding.Ambiguous(withEmergencyFirst(intents), classification)
              : new Understanding.NotUnderstood(classification);
      case Verdict.Answer(RankedIntent best) -> answer(best, text, language, classification);
    };
  }

  /** Danger that only the classifier sees: help, and what else the message may ask. */
  private static Understanding suspected(Classification classification) {
    List<RankedIntent> others =
        classification.top(ConfidencePolicy.MOST_OFFERED + 2).stream()
            .filter(ranked -> !ranked.intent().equals(Intent.EMERGENCY))
            .filter(ranked -> !ranked.intent().equals(Intent.OUT_OF_SCOPE))
            .limit(ConfidencePolicy.MOST_OFFERED)
            .toList();
    return new Understanding.Emergency(Intent.EMERGENCY, others, classification);
  }

  private static Understanding exactly(String intent, Classification classification) {
    return switch (intent) {
      case Intent.OUT_OF_SCOPE -> new Understanding.NotUnderstood(classification);
      case Intent.EMERGENCY -> new Understanding.Emergency(intent, List.of(), classification);
      default -> new Understanding.Matched(intent, 1, List.of(), classification);
    };
  }

  private Understanding answer(
      RankedIntent best, String text, Locale language, Classification classification) {
    if (best.intent().equals(Intent.EMERGENCY)) {
      return suspected(classification);
    }
    List<RankedIntent> others =
        classification.top(ConfidencePolicy.MOST_OFFERED + 1).stream()
            .skip(1)
            .filter(ranked -> !ranked.intent().equals(Intent.OUT_OF_SCOPE))
            .limit(ConfidencePolicy.MOST_OFFERED - 1)
            .toList();
    if (ACTING.contains(best.intent()) && isNegated(text, language)) {
      List<RankedIntent> candidates = new ArrayList<>(others);
      candidates.add(best);
      return new Understanding.Ambiguous(candidates, classification);
    }
    if (others.isEmpty()) {
      return new Understanding.Matched(best.intent(), best.confidence(), List.of(), classification);
    }
    RankedIntent second = others.getFirst();
    if (!ConfidencePolicy.isClose(best, second)) {
      boolean related = catalog.intent(best.intent()).related().contains(second.intent());
      return new Understanding.Matched(
          best.intent(), best.confidence(), related ? List.of(second) : List.of(), classification);
    }
    boolean related =
        catalog.intent(best.intent()).related().contains(second.intent())
            || catalog.intent(second.intent()).related().contains(best.intent());
    if (related) {
      return new Understanding.Matched(
          best.intent(), best.confidence(), List.of(second), classification);
    }
    List<RankedIntent> candidates = new ArrayList<>();
    candidates.add(best);
    candidates.addAll(others);
    return new Understanding.Ambiguous(candidates, classification);
  }

  private static List<RankedIntent> withEmergencyFirst(List<RankedIntent> intents) {
    List<RankedIntent> ordered = new ArrayList<>(intents);
    ordered.sort(
        (a, b) ->
            Boolean.compare(
                b.intent().equals(Intent.EMERGENCY), a.intent().equals(Intent.EMERGENCY)));
    return ordered;
  }

  private boolean isNegated(String text, Locale language) {
    List<String> words = Words.of(text);
    for (List<String> negation : negations.getOrDefault(language, List.of())) {
      if (!negation.isEmpty() && java.util.Collections.indexOfSubList(words, negation) >= 0) {
        return true;
      }
    }
    return false;
  }
}
