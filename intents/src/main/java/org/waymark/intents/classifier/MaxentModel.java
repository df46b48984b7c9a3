package org.waymark.intents.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.waymark.intents.classifier.Classification.RankedIntent;

/**
 * A maximum-entropy model that Apache OpenNLP trained, laid out for classifying: a sorted array of
 * feature hashes, and for each feature its inverse document frequency and a 16-bit weight per
 * intent. It computes what OpenNLP's own {@code QNModel} computes, without a table of strings.
 *
 * <p>Immutable; safe for use by several threads.
 */
final class MaxentModel implements IntentClassifier {

  /** The length that each group of features is scaled to. */
  static final double GROUP_LENGTH = 5;

  private static final int MAGIC = 0x57594d31;

  private final String[] labels;
  private final long[] features;
  private final float[] inverseDocumentFrequencies;
  private final short[] weights;

  MaxentModel(
      String[] labels, long[] features, float[] inverseDocumentFrequencies, short[] weights) {
    this.labels = labels;
    this.features = features;
    this.inverseDocumentFrequencies = inverseDocumentFrequencies;
    this.weights = weights;
  }

  @Override
  public Classification classify(String text) {
    double[] confidences = confidences(text);
    List<RankedIntent> ranking = new ArrayList<>(labels.length);
    for (int label = 0; label < labels.length; label++) {
      ranking.add(new RankedIntent(labels[label], confidences[label]));
    }
    ranking.sort(Comparator.comparingDouble(RankedIntent::confidence).reversed());
    return new Classification(ranking);
  }

  /** Whether a message holds at least one word that stood in the training lines. */
  boolean knowsAWord(String text) {
    return Features.count(text).getFirst().keySet().stream()
        .anyMatch(word -> Arrays.binarySearch(features, word) >= 0);
  }

  List<String> labels() {
    return List.of(labels);
  }

  private double[] confidences(String text) {
    double[] scores = new double[labels.length];
    for (Map<Long, Integer> group : Features.count(text)) {
      int[] indexes = new int[group.size()];
      double[] values = new double[group.size()];
      int known = 0;
      double squares = 0;
      for (Map.Entry<Long, Integer> feature : group.entrySet()) {
        int index = Arrays.binarySearch(features, feature.getKey());
        if (index >= 0) {
          double value = weight(feature.getValue(), inverseDocumentFrequencies[index]);
          indexes[known] = index;
          values[known++] = value;
          squares += value * value;
        }
      }
      double scale = squares == 0 ? 0 : GROUP_LENGTH / Math.sqrt(squares);
      for (int i = 0; i < known; i++) {
        double value = values[i] * scale;
        int at = indexes[i] * labels.length;
        for (int label = 0; label < labels.length; label++) {
          scores[label] += value * Float.float16ToFloat(weights[at + label]);
        }
      }
    }
    return softmax(scores);
  }

  /** The weight of a feature that occurs {@code count} times: log term frequency times idf. */
  static double weight(int count, double inverseDocumentFrequency) {
    return (1 + Math.log(count)) * inverseDocumentFrequency;
  }

  private static double[] softmax(double[] scores) {
    double highest = Arrays.stream(scores).max().orElse(0);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - highest);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    return scores;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(labels.length);
    for (String label : labels) {
      out.writeUTF(label);
    }
    out.writeInt(features.length);
    for (int i = 0; i < features.length; i++) {
      out.writeLong(features[i]);
      out.writeFloat(inverseDocumentFrequencies[i]);
    }
    for (short weight : weights) {
      out.writeShort(weight);
    }
  }

  static MaxentModel read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("This is not a Waymark model; build the intents module again.");
    }
    String[] labels = new String[in.readInt()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = in.readUTF();
    }
    int count = in.readInt();
    long[] features = new long[count];
    float[] frequencies = new float[count];
    for (int i = 0; i < count; i++) {
      features[i] = in.readLong();
      frequencies[i] = in.readFloat();
    }
    short[] weights = new short[count * labels.length];
    byte[] bytes = in.readNBytes(weights.length * 2);
    ByteBuffer.wrap(bytes).asShortBuffer().get(weights);
    return new MaxentModel(labels, features, frequencies, weights);
  }
}
