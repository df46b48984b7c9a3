package org.waymark.bot.conversation;

/** Why a person takes over. */
public enum HandoffReason {
  /** The contact asked for a person. */
  ASKED,
  /** The bot did not understand several messages in a row. */
  NOT_UNDERSTOOD,
  /** The answer did not help. */
  NOT_HELPFUL,
  /** The contact's language is not served. */
  LANGUAGE_NOT_SERVED
}
