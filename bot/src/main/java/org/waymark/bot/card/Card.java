package org.waymark.bot.card;

import java.util.List;
import java.util.Locale;

/**
 * An answer to take along, in the person's language and in English.
 *
 * @param language the person's language
 * @param rightToLeft whether that language is written from right to left
 * @param school the school's name; empty if it is not known
 * @param title what it is about
 * @param sections what it says, in order
 * @param pages the web pages that help, in order
 * @param scanHint what to do with a QR code, in the person's language
 * @param madeOn when it was made and that rules change
 */
record Card(
    Locale language,
    boolean rightToLeft,
    String school,
    Bilingual title,
    List<Section> sections,
    List<Page> pages,
    String scanHint,
    Bilingual madeOn) {

  /**
   * The same words twice.
   *
   * @param own in the person's language
   * @param english in English; empty if that is the person's language or nothing else to say
   */
  record Bilingual(String own, String english) {}

  /** A heading with what stands below it. */
  record Section(Bilingual heading, boolean numbered, List<Bilingual> items) {}

  /** A web page. */
  record Page(String label, String url) {}
}
