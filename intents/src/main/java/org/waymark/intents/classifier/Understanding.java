package org.waymark.intents.classifier;

import java.util.List;
import org.waymark.intents.classifier.Classification.RankedIntent;

/** What a message was understood to ask. */
public sealed interface Understanding {

  /** How all intents fit the message, for staff and for measuring. */
  Classification classification();

  /**
   * One intent is clear enough to answer.
   *
   * @param intent the intent to answer
   * @param confidence between 0 and 1
   * @param alternatives related intents that came close, best first, to be shown as buttons; at
   *     most one
   */
  record Matched(
      String intent,
      double confidence,
      List<RankedIntent> alternatives,
      Classification classification)
      implements Understanding {}

  /**
   * Several intents fit; the person must choose.
   *
   * @param candidates two or three intents, best first
   */
  record Ambiguous(List<RankedIntent> candidates, Classification classification)
      implements Understanding {}

  /** No intent fits, or the message asks for something the catalog does not answer. */
  record NotUnderstood(Classification classification) implements Understanding {}

  /**
   * Somebody's life or safety may be in danger.
   *
   * @param cue the catalog's phrase that was found, or the intent's id where the classifier found
   *     it
   * @param alternatives what else the message may ask, best first, at most three; none where a
   *     phrase of the catalog names the danger
   */
  record Emergency(String cue, List<RankedIntent> alternatives, Classification classification)
      implements Understanding {}
}
