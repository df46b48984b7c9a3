package org.waymark.intents.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;
import org.waymark.intents.classifier.Classification.RankedIntent;

class MaxentTrainerTest {

  private static final List<LabeledText> LINES =
      List.of(
          new LabeledText("money", "how do i pay for school"),
          new LabeledText("money", "who pays for books"),
          new LabeledText("money", "is there money for tuition"),
          new LabeledText("english", "where can i learn english"),
          new LabeledText("english", "free english class at night"),
          new LabeledText("work", "i need a job after class"),
          new LabeledText("work", "who gives me a job as welder"));

  @Test
  void ranksTheRightIntentFirst() {
    MaxentModel model = new MaxentTrainer().train(LINES);
    assertThat(model.classify("pay for tuition").best().intent()).isEqualTo("money");
    assertThat(model.classify("english at night").best().intent()).isEqualTo("english");
    assertThat(model.classify("job as welder").best().intent()).isEqualTo("work");
  }

  @Test
  void givesConfidencesThatAddUpToOne() {
    Classification classification = new MaxentTrainer().train(LINES).classify("english job money");
    assertThat(classification.ranking().stream().mapToDouble(RankedIntent::confidence).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(classification.ranking())
        .isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
  }

  @Test
  void ranksEvenlyWithoutAKnownWord() {
    Classification classification = new MaxentTrainer().train(LINES).classify("zzz qqq");
    assertThat(classification.best().confidence()).isCloseTo(1.0 / 3, within(1e-6));
  }

  @Test
  void knowsTheWordsItWasTrainedOn() {
    MaxentModel model = new MaxentTrainer().train(LINES);
    assertThat(model.knowsAWord("zzz english qqq")).isTrue();
    assertThat(model.knowsAWord("xqzt blorp")).isFalse();
  }

  @Test
  void makesTheSameBytesOfTheSameLines() throws IOException {
    assertThat(bytes(new MaxentTrainer().train(LINES)))
        .isEqualTo(bytes(new MaxentTrainer().train(LINES)));
  }

  @Test
  void readsWhatItWrote() throws IOException {
    MaxentModel model = new MaxentTrainer().train(LINES);
    MaxentModel read =
        MaxentModel.read(new DataInputStream(new ByteArrayInputStream(bytes(model))));
    assertThat(read.classify("pay for english")).isEqualTo(model.classify("pay for english"));
  }

  @Test
  void refusesLinesOfOneIntent() {
    assertThatThrownBy(() -> new MaxentTrainer().train(LINES.subList(0, 2)))
        .hasMessageContaining("at least two intents");
  }

  /**
   * The optimised function is OpenNLP's own, so both trainers must come to the same confidences.
   */
  @Test
  void agreesWithOpenNlpsOwnTrainer() throws IOException {
    MaxentModel model = new MaxentTrainer().train(LINES);
    QNModel reference = openNlp();
    for (LabeledText line : LINES) {
      Event event = event(line);
      double[] expected = reference.eval(event.getContext(), event.getValues());
      Classification found = model.classify(line.text());
      for (int i = 0; i < expected.length; i++) {
        assertThat(found.confidence(reference.getOutcome(i))).isCloseTo(expected[i], within(0.02));
      }
    }
  }

  private static QNModel openNlp() throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    parameters.put(QNTrainer.L1COST_PARAM, MaxentTrainer.L1_COST);
    parameters.put(QNTrainer.L2COST_PARAM, MaxentTrainer.L2_COST);
    List<Event> events = new ArrayList<>();
    for (LabeledText line : LINES) {
      events.add(event(line));
    }
    OnePassRealValueDataIndexer indexer = new OnePassRealValueDataIndexer();
    indexer.init(parameters, new HashMap<>());
    indexer.index(ObjectStreamUtils.createObjectStream(events));
    QNTrainer trainer = new QNTrainer(parameters);
    trainer.init(parameters, new HashMap<>());
    return trainer.trainModel(MaxentTrainer.ITERATIONS, indexer);
  }

  /** The features of a line as the recipe defines them, computed here in the plainest way. */
  private static Event event(LabeledText line) {
    Map<Long, Integer> frequencies = new HashMap<>();
    Map<Long, Boolean> words = new HashMap<>();
    for (LabeledText other : LINES) {
      List<Map<Long, Integer>> groups = Features.count(other.text());
      groups.forEach(group -> group.keySet().forEach(f -> frequencies.merge(f, 1, Integer::sum)));
      groups.getFirst().keySet().forEach(f -> words.put(f, true));
    }
    List<String> names = new ArrayList<>();
    List<Float> values = new ArrayList<>();
    for (Map<Long, Integer> group : Features.count(line.text())) {
      Map<Long, Double> weights = new TreeMap<>();
      group.forEach(
          (feature, count) -> {
            int frequency = frequencies.get(feature);
            if (frequency >= 2 || words.containsKey(feature)) {
              weights.put(
                  feature,
                  (1 + Math.log(count)) * (1 + Math.log((1.0 + LINES.size()) / (1.0 + frequency))));
            }
          });
      double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
      weights.forEach(
          (feature, weight) -> {
            names.add(Long.toHexString(feature));
            values.add((float) (5 * weight / length));
          });
    }
    float[] floats = new float[values.size()];
    Arrays.setAll(new Object[floats.length], i -> floats[i] = values.get(i));
    return new Event(line.label(), names.toArray(String[]::new), floats);
  }

  private static byte[] bytes(MaxentModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
