package org.waymark.intents.classifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.waymark.intents.catalog.Answer;
import org.waymark.intents.catalog.Intent;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.catalog.Utterances;
import org.waymark.intents.catalog.Utterances.Line;
import org.waymark.intents.classifier.ConfidencePolicy.Judged;

/** Makes a {@link LanguageModel} from a catalog's utterances. */
final class LanguageModelTrainer {

  /** The share of messages that may be answered wrongly when thresholds are chosen. */
  static final double MOST_WRONG = 0.045;

  /**
   * The share of out-of-scope messages that may be offered something when thresholds are chosen.
   */
  static final double MOST_OUT_OF_SCOPE_OFFERED = 0.80;

  static final int FOLDS = 5;

  /** With fewer situation messages than this, all lines choose the thresholds. */
  private static final int FEWEST_REALISTIC = 100;

  /**
   * The least probability of danger that shows help in a language without situation messages, whose
   * other lines tell too little of how ordinary stories score: about what those with them need.
   */
  private static final double EMERGENCY_WITHOUT_SITUATIONS = 0.45;

  /** One line of the catalog with what it is and where it came from. */
  record Sample(LabeledText line, boolean situation) {}

  /** Trains with thresholds that are known. */
  LanguageModel train(IntentCatalog catalog, Locale language, ConfidencePolicy policy) {
    List<LabeledText> lines = lines(samples(catalog, language));
    return new LanguageModel(
        new MaxentTrainer().train(lines), policy, exactMatches(catalog, language, lines));
  }

  /** Chooses the thresholds by cross-validation and trains. */
  LanguageModel train(IntentCatalog catalog, Locale language) {
    List<Sample> samples = samples(catalog, language);
    return train(catalog, language, policy(samples, crossValidate(samples)));
  }

  /**
   * The thresholds that fit a language, judged by the lines that are like what people really write:
   * situation messages and those outside the scope.
   */
  static ConfidencePolicy policy(List<Sample> samples, List<Judged> judged) {
    long situations = samples.stream().filter(Sample::situation).count();
    if (situations < FEWEST_REALISTIC) {
      ConfidencePolicy fitted = ConfidencePolicy.fit(judged, MOST_WRONG, MOST_OUT_OF_SCOPE_OFFERED);
      return new ConfidencePolicy(
          fitted.answer(),
          fitted.offer(),
          Math.max(fitted.emergency(), EMERGENCY_WITHOUT_SITUATIONS));
    }
    List<Judged> realistic = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      if (sample.situation() || sample.line().label().equals(Intent.OUT_OF_SCOPE)) {
        realistic.add(judged.get(i));
      }
    }
    return ConfidencePolicy.fit(realistic, MOST_WRONG, MOST_OUT_OF_SCOPE_OFFERED);
  }

  private static List<LabeledText> lines(List<Sample> samples) {
    return samples.stream().map(Sample::line).toList();
  }

  static List<Sample> samples(IntentCatalog catalog, Locale language) {
    List<Sample> samples = new ArrayList<>();
    for (Utterances utterances : catalog.utterances(language).values()) {
      for (Line line : utterances.written()) {
        samples.add(new Sample(new LabeledText(utterances.intent(), line.text()), false));
      }
      for (Line line : utterances.situations()) {
        samples.add(new Sample(new LabeledText(utterances.intent(), line.text()), true));
      }
    }
    return samples;
  }

  /** Each line, classified by a model that was trained on the four folds it is not in. */
  static List<Judged> crossValidate(List<Sample> samples) {
    List<LabeledText> lines = lines(samples);
    int[] folds = folds(lines);
    List<MaxentModel> models =
        IntStream.range(0, FOLDS)
            .parallel()
            .mapToObj(
                fold ->
                    new MaxentTrainer()
                        .train(
                            IntStream.range(0, folds.length)
                                .filter(i -> folds[i] != fold)
                                .mapToObj(lines::get)
                                .toList()))
            .toList();
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < folds.length; i++) {
      LabeledText line = lines.get(i);
      judged.add(new Judged(Set.of(line.label()), models.get(folds[i]).classify(line.text())));
    }
    return judged;
  }

  /** The fold of each line; every fifth line of an intent is in the same one. */
  private static int[] folds(List<LabeledText> lines) {
    Map<String, Integer> seen = new HashMap<>();
    return lines.stream()
        .mapToInt(line -> seen.merge(line.label(), 1, Integer::sum) % FOLDS)
        .toArray();
  }

  /** A person who taps out a button's label or a catalog line means that intent. */
  private static Map<String, String> exactMatches(
      IntentCatalog catalog, Locale language, List<LabeledText> lines) {
    Map<String, String> matches = new HashMap<>();
    for (LabeledText line : lines) {
      String key = Words.key(line.text());
      if (!key.isEmpty() && key.length() <= 120) {
        matches.putIfAbsent(key, line.label());
      }
    }
    for (Answer answer : catalog.answers(language).values()) {
      matches.putIfAbsent(Words.key(answer.title()), answer.intent());
    }
    return matches;
  }
}
