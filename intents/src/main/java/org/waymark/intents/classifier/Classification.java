package org.waymark.intents.classifier;

import java.util.List;

/**
 * How well each intent fits a message.
 *
 * @param ranking all intents with their confidence, best first; the confidences are between 0 and 1
 *     and add up to 1
 */
public record Classification(List<RankedIntent> ranking) {

  /**
   * An intent and how sure the classifier is of it.
   *
   * @param intent the intent's id
   * @param confidence between 0 and 1
   */
  public record RankedIntent(String intent, double confidence) {}

  /** The best intent. */
  public RankedIntent best() {
    return ranking.getFirst();
  }

  /** The confidence of one intent; 0 if it is not ranked. */
  public double confidence(String intent) {
    for (RankedIntent ranked : ranking) {
      if (ranked.intent().equals(intent)) {
        return ranked.confidence();
      }
    }
    return 0;
  }

  /** The best so many intents. */
  public List<RankedIntent> top(int count) {
    return ranking.subList(0, Math.min(count, ranking.size()));
  }
}
