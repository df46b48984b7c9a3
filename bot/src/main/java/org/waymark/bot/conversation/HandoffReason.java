package org.waymark.bot.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a person takes over. */
public enum HandoffReason {
  /** The contact asked for a person. */
  ASKED,
  /** The bot did not understand several messages in a row. */
  NOT_UNDERSTOOD,
  /** The answer did not help. */
  NOT_HELPFUL,
  /** The contact's language is not served. */
  LANGUAGE_NOT_SERVED;

  /** The reason of a name in lower case; no name means that the contact just asked. */
  static Optional<HandoffReason> named(String name) {
    return name.isEmpty()
        ? Optional.of(ASKED)
        : Arrays.stream(values())
            .filter(reason -> reason.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst();
  }
}
