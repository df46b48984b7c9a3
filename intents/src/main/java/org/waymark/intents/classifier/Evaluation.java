package org.waymark.intents.classifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How good the classifier's recipe is on given lines.
 *
 * @param accuracy the share of test lines whose label is ranked first, 0 to 1
 * @param macroF1 the mean over the labels of the test lines of their F1, 0 to 1
 * @param oosAuroc the chance that a line outside all labels gets a lower best confidence than one
 *     inside, 0 to 1; null without such lines
 * @param oosRecallAt5PercentRejection the share of the lines outside that are rejected at the
 *     confidence that rejects 5 % of the lines inside; null without such lines
 * @param trainSeconds how long training took
 * @param modelBytes the size of the written model
 * @param microsPerText the mean time to classify a test line, in microseconds, after a warm-up
 */
public record Evaluation(
    double accuracy,
    double macroF1,
    @Nullable Double oosAuroc,
    @Nullable Double oosRecallAt5PercentRejection,
    double trainSeconds,
    long modelBytes,
    double microsPerText) {

  /**
   * Trains and measures.
   *
   * @param outside lines that belong to no label; may be empty
   */
  public static Evaluation run(
      List<LabeledText> train, List<LabeledText> test, List<LabeledText> outside) {
    long start = System.nanoTime();
    MaxentModel model = new MaxentTrainer().train(train);
    double trainSeconds = (System.nanoTime() - start) / 1e9;
    test.forEach(line -> model.classify(line.text()));
    start = System.nanoTime();
    List<Classification> results = new ArrayList<>();
    test.forEach(line -> results.add(model.classify(line.text())));
    double micros = (System.nanoTime() - start) / 1e3 / test.size();
    double[] inside = results.stream().mapToDouble(r -> r.best().confidence()).sorted().toArray();
    double[] rejected =
        outside.stream()
            .mapToDouble(l -> model.classify(l.text()).best().confidence())
            .sorted()
            .toArray();
    return new Evaluation(
        accuracy(test, results),
        macroF1(test, results),
        outside.isEmpty() ? null : auroc(inside, rejected),
        outside.isEmpty() ? null : recallAt(inside, rejected, 0.05),
        trainSeconds,
        size(model),
        micros);
  }

  private static double accuracy(List<LabeledText> test, List<Classification> results) {
    int right = 0;
    for (int i = 0; i < test.size(); i++) {
      if (results.get(i).best().intent().equals(test.get(i).label())) {
        right++;
      }
    }
    return (double) right / test.size();
  }

  private static double macroF1(List<LabeledText> test, List<Classification> results) {
    Map<String, int[]> counts = new HashMap<>();
    for (int i = 0; i < test.size(); i++) {
      String expected = test.get(i).label();
      String found = results.get(i).best().intent();
      counts.computeIfAbsent(expected, _ -> new int[3])[0] += expected.equals(found) ? 1 : 0;
      counts.computeIfAbsent(expected, _ -> new int[3])[1]++;
      counts.computeIfAbsent(found, _ -> new int[3])[2]++;
    }
    double sum = 0;
    TreeSet<String> labels = new TreeSet<>();
    test.forEach(line -> labels.add(line.label()));
    for (String label : labels) {
      int[] count = counts.getOrDefault(label, new int[3]);
      sum += 2.0 * count[0] / (count[1] + count[2]);
    }
    return sum / labels.size();
  }

  /** The share of pairs in which the line outside has the lower confidence; ties count half. */
  private static double auroc(double[] inside, double[] outside) {
    double won = 0;
    for (double confidence : outside) {
      int below = Arrays.binarySearch(inside, confidence);
      int first = below < 0 ? -below - 1 : below;
      int last = first;
      while (first > 0 && inside[first - 1] == confidence) {
        first--;
      }
      while (last < inside.length && inside[last] == confidence) {
        last++;
      }
      won += inside.length - last + (last - first) / 2.0;
    }
    return won / ((double) inside.length * outside.length);
  }

  private static double recallAt(double[] inside, double[] outside, double rejection) {
    double threshold = inside[(int) Math.floor(rejection * inside.length)];
    return (double) Arrays.stream(outside).filter(c -> c < threshold).count() / outside.length;
  }

  private static long size(MaxentModel model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      model.write(out);
    } catch (IOException e) {
      throw new IllegalStateException("Memory can be written to.", e);
    }
    return bytes.size();
  }
}
