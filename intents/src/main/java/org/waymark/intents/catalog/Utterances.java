package org.waymark.intents.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * How people ask about one intent in one language.
 *
 * @param intent the id of the intent
 * @param written lines written for this intent
 * @param situations messages written from people's lives first and filed under this intent
 *     afterwards
 */
public record Utterances(String intent, List<Line> written, List<Line> situations) {

  /** Both kinds, the written lines first. */
  public List<Line> all() {
    List<Line> all = new ArrayList<>(written);
    all.addAll(situations);
    return all;
  }

  /** These and others of the same intent. */
  Utterances and(Utterances other) {
    List<Line> moreWritten = new ArrayList<>(written);
    moreWritten.addAll(other.written);
    List<Line> moreSituations = new ArrayList<>(situations);
    moreSituations.addAll(other.situations);
    return new Utterances(intent, moreWritten, moreSituations);
  }

  /**
   * One message.
   *
   * @param text the message as a person typed it
   * @param file the catalog file it stands in
   * @param line the line there, counted from 1
   */
  public record Line(String text, String file, int line) {}
}
