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
  static final double MOST_WRONG = 0.05;

  /**
   * The share of out-of-scope messages that may be offered something when thresholds are chosen.
   */
  static final double MOST_OUT_OF_SCOPE_OFFERED = 0.70;

  static final int FOLDS = 5;

  /**
   * A trained language.
   *
   * @param model the model
   * @param judged every line, classified by a model that was trained without its fold
   */
  record Trained(LanguageModel model, List<Judged> judged, List<Sample> samples) {}

  /** One line of the catalog with what it is and where it came from. */
  record Sample(LabeledText line, boolean situation) {}

  Trained train(IntentCatalog catalog, Locale language) {
    List<Sample> samples = samples(catalog, language);
    List<LabeledText> lines = samples.stream().map(Sample::line).toList();
    List<MaxentModel> models = models(lines);
    List<Judged> judged = crossValidated(lines, models);
    List<Judged> realistic = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      if (samples.get(i).situation() || lines.get(i).label().equals(Intent.OUT_OF_SCOPE)) {
        realistic.add(judged.get(i));
      }
    }
    ConfidencePolicy policy =
        ConfidencePolicy.fit(
            realistic.size() < 100 ? judged : realistic, MOST_WRONG, MOST_OUT_OF_SCOPE_OFFERED);
    return new Trained(
        new LanguageModel(models.getLast(), policy, exactMatches(catalog, language, lines)),
        judged,
        samples);
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

  /** One model for each fold, trained without it, and last the one that is trained on all lines. */
  private static List<MaxentModel> models(List<LabeledText> lines) {
    int[] folds = folds(lines);
    return IntStream.rangeClosed(0, FOLDS)
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
  }

  /** Each line, classified by the model that was trained without its fold. */
  private static List<Judged> crossValidated(List<LabeledText> lines, List<MaxentModel> models) {
    int[] folds = folds(lines);
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
