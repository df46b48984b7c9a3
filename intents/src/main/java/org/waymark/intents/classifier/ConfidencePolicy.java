package org.waymark.intents.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.waymark.intents.catalog.Intent;
import org.waymark.intents.classifier.Classification.RankedIntent;

/**
 * When a ranking is good enough to answer, when to ask, and when to say that nothing was
 * understood. A wrong answer is worse than a question, so the thresholds are chosen on messages the
 * model has not seen such that few answers are wrong.
 *
 * @param answer the least confidence of the best intent at which it is answered, 0 to 1
 * @param offer the least confidence that the best three intents must have together to be offered, 0
 *     to 1
 * @param emergency the confidence at which the emergency intent counts as found, 0 to 1
 */
public record ConfidencePolicy(double answer, double offer, double emergency) {

  /** The most intents that are offered as buttons. */
  public static final int MOST_OFFERED = 3;

  /** A runner-up this close to the best, as a share of its confidence, makes a close race. */
  private static final double CLOSE = 0.6;

  /** What the policy makes of a ranking. */
  sealed interface Verdict {
    record Answer(RankedIntent intent) implements Verdict {}

    record Offer(List<RankedIntent> intents) implements Verdict {}

    record Nothing() implements Verdict {}
  }

  Verdict judge(Classification classification) {
    RankedIntent best = classification.best();
    List<RankedIntent> inScope = new ArrayList<>();
    for (RankedIntent ranked : classification.top(MOST_OFFERED + 1)) {
      if (!ranked.intent().equals(Intent.OUT_OF_SCOPE)) {
        inScope.add(ranked);
      }
    }
    List<RankedIntent> offered = inScope.subList(0, Math.min(MOST_OFFERED, inScope.size()));
    boolean inScopeFirst = !best.intent().equals(Intent.OUT_OF_SCOPE);
    if (inScopeFirst && best.confidence() >= answer) {
      return new Verdict.Answer(best);
    }
    double together = offered.stream().mapToDouble(RankedIntent::confidence).sum();
    return together >= offer ? new Verdict.Offer(List.copyOf(offered)) : new Verdict.Nothing();
  }

  /** Whether the second best intent of a ranking came close to the best. */
  static boolean isClose(RankedIntent best, RankedIntent second) {
    return second.confidence() >= CLOSE * best.confidence();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeDouble(answer);
    out.writeDouble(offer);
    out.writeDouble(emergency);
  }

  static ConfidencePolicy read(DataInputStream in) throws IOException {
    return new ConfidencePolicy(in.readDouble(), in.readDouble(), in.readDouble());
  }

  /**
   * A message that a model classified without having been trained on it.
   *
   * @param labels the intents that are right for it
   */
  record Judged(Set<String> labels, Classification classification) {}

  /**
   * Chooses thresholds on judged messages: the lowest answer threshold at which at most {@code
   * mostWrong} of all messages are answered wrongly, and the lowest offer threshold at which at
   * most {@code mostOutOfScopeOffered} of the out-of-scope messages are offered something.
   */
  static ConfidencePolicy fit(List<Judged> judged, double mostWrong, double mostOutOfScopeOffered) {
    double offer = 1;
    double answer = 1;
    long outside = judged.stream().filter(ConfidencePolicy::isOutside).count();
    for (double candidate = 0.99; candidate > 0.05; candidate -= 0.01) {
      ConfidencePolicy policy = new ConfidencePolicy(candidate, 1.1, 1);
      long wrong = judged.stream().filter(message -> wrong(policy, message)).count();
      if (wrong > mostWrong * judged.size()) {
        break;
      }
      answer = candidate;
    }
    for (double candidate = 0.99; candidate > 0.05; candidate -= 0.01) {
      ConfidencePolicy policy = new ConfidencePolicy(answer, candidate, 1);
      long offered =
          judged.stream()
              .filter(ConfidencePolicy::isOutside)
              .filter(m -> !(policy.judge(m.classification()) instanceof Verdict.Nothing))
              .count();
      if (offered > mostOutOfScopeOffered * outside) {
        break;
      }
      offer = candidate;
    }
    return new ConfidencePolicy(answer, offer, emergencyThreshold(judged));
  }

  private static boolean isOutside(Judged message) {
    return message.labels().contains(Intent.OUT_OF_SCOPE);
  }

  private static boolean wrong(ConfidencePolicy policy, Judged message) {
    return policy.judge(message.classification()) instanceof Verdict.Answer(RankedIntent intent)
        && !message.labels().contains(intent.intent());
  }

  /** The lowest confidence at which at most one of 50 other messages is taken for an emergency. */
  private static double emergencyThreshold(List<Judged> judged) {
    double threshold = 0.95;
    for (double candidate = 0.95; candidate >= 0.25; candidate -= 0.01) {
      double least = candidate;
      long falseAlarms =
          judged.stream()
              .filter(m -> !m.labels().contains(Intent.EMERGENCY))
              .filter(m -> m.classification().confidence(Intent.EMERGENCY) >= least)
              .count();
      if (falseAlarms > judged.size() / 50.0) {
        break;
      }
      threshold = candidate;
    }
    return threshold;
  }
}
