package org.waymark.intents.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/**
 * Trains a {@link MaxentModel}: Apache OpenNLP's quasi-Newton optimiser on a maximum-entropy model
 * of log-tf·idf values that are scaled to the same length per feature group. The same lines in the
 * same order give the same model.
 */
final class MaxentTrainer {

  /** The number of optimiser iterations after which accuracy no longer rises. */
  static final int ITERATIONS = 40;

  /** OpenNLP's default of 0.1 costs two points of accuracy. */
  static final double L1_COST = 0;

  static final double L2_COST = 0.3;
  private static final int REMEMBERED_UPDATES = 3;
  private static final int MOST_EVALUATIONS = 30_000;

  /** Character sequences and word pairs that occur in fewer lines than this are left out. */
  private static final int RAREST_SEQUENCE = 2;

  /**
   * Trains on labelled lines.
   *
   * @throws IllegalArgumentException if there are fewer than two labels
   */
  MaxentModel train(List<LabeledText> lines) {
    String[] labels =
        lines.stream().map(LabeledText::label).distinct().sorted().toArray(String[]::new);
    if (labels.length < 2) {
      throw new IllegalArgumentException("Training needs lines of at least two intents; add some.");
    }
    List<List<Map<Long, Integer>>> counts =
        lines.stream().map(line -> Features.count(line.text())).toList();
    Map<Long, Double> inverse = inverseDocumentFrequencies(counts);
    long[] features = inverse.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    List<NegativeLogLikelihood.Event> events = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      int label = Arrays.binarySearch(labels, lines.get(i).label());
      events.add(event(label, counts.get(i), inverse, features));
    }
    double[] weights =
        new QNMinimizer(L1_COST, L2_COST, ITERATIONS, REMEMBERED_UPDATES, MOST_EVALUATIONS)
            .minimize(new NegativeLogLikelihood(events, labels.length, features.length));
    float[] frequencies = new float[features.length];
    for (int i = 0; i < features.length; i++) {
      frequencies[i] = inverse.getOrDefault(features[i], 0.0).floatValue();
    }
    short[] compact = new short[weights.length];
    for (int i = 0; i < weights.length; i++) {
      compact[i] = Float.floatToFloat16((float) weights[i]);
    }
    return new MaxentModel(labels, features, frequencies, compact);
  }

  private static Map<Long, Double> inverseDocumentFrequencies(
      List<List<Map<Long, Integer>>> counts) {
    Map<Long, Integer> frequencies = new HashMap<>();
    Set<Long> singleWords = new HashSet<>();
    for (List<Map<Long, Integer>> line : counts) {
      singleWords.addAll(line.getFirst().keySet());
      for (Map<Long, Integer> group : line) {
        group.keySet().forEach(feature -> frequencies.merge(feature, 1, Integer::sum));
      }
    }
    Map<Long, Double> inverse = new HashMap<>();
    frequencies.forEach(
        (feature, frequency) -> {
          if (frequency >= RAREST_SEQUENCE || singleWords.contains(feature)) {
            inverse.put(feature, 1 + Math.log((1.0 + counts.size()) / (1.0 + frequency)));
          }
        });
    return inverse;
  }

  private static NegativeLogLikelihood.Event event(
      int label, List<Map<Long, Integer>> counts, Map<Long, Double> inverse, long[] features) {
    List<Integer> indexes = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (Map<Long, Integer> group : counts) {
      double squares = 0;
      int start = values.size();
      for (Map.Entry<Long, Integer> feature : new TreeMap<>(group).entrySet()) {
        Double idf = inverse.get(feature.getKey());
        if (idf != null) {
          double value = MaxentModel.weight(feature.getValue(), idf);
          indexes.add(Arrays.binarySearch(features, feature.getKey()));
          values.add(value);
          squares += value * value;
        }
      }
      double scale = MaxentModel.GROUP_LENGTH / Math.sqrt(squares);
      for (int i = start; i < values.size(); i++) {
        values.set(i, values.get(i) * scale);
      }
    }
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return new NegativeLogLikelihood.Event(
        label, indexes.stream().mapToInt(Integer::intValue).toArray(), floats);
  }
}
