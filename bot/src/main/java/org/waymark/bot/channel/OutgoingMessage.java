package org.waymark.bot.channel;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something the contact is told.
 *
 * @param kind what it is, the name of the decision behind it ({@code answer}, {@code clarify}, ...)
 * @param intent the intent that is answered; null if it is no answer
 * @param language the language it is really written in
 * @param text what is said
 * @param options the buttons, in order
 * @param links the pages named in the text, in order
 */
public record OutgoingMessage(
    String kind,
    @Nullable String intent,
    Locale language,
    RichText text,
    List<Option> options,
    List<LabeledLink> links) {

  /**
   * A button.
   *
   * @param id what comes back when it is pressed; at most 64 bytes
   * @param label what it says
   */
  public record Option(String id, String label) {}

  /**
   * A page.
   *
   * @param label its name
   * @param url its address
   */
  public record LabeledLink(String label, String url) {}
}
