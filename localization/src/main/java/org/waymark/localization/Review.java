package org.waymark.localization;

/** Whether a person who speaks the language from home has read the bot's sentences in it. */
public enum Review {
  /** Nobody has read them yet. */
  UNREVIEWED,
  /** A native reader has read and accepted them. */
  REVIEWED
}
