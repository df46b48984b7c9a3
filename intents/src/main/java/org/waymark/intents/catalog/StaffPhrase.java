package org.waymark.intents.catalog;

import java.util.Map;

/**
 * A reviewed sentence that staff can send in a language they do not write.
 *
 * @param key the phrase's key, the same in every language
 * @param text the sentence, with its slots as {@code {name}}
 * @param slots the type of each slot by its name
 */
public record StaffPhrase(String key, String text, Map<String, SlotType> slots) {

  /** What can be put into a slot. */
  public enum SlotType {
    /** A calendar date, written as the reader's language writes dates. */
    DATE,
    /** A time of day. */
    TIME,
    /** A room, a building, an address. */
    PLACE,
    /** A telephone number. */
    PHONE,
    /** The name of a document. */
    DOCUMENT,
    /** A person's name or role. */
    PERSON,
    /** An address on the web. */
    LINK
  }
}
