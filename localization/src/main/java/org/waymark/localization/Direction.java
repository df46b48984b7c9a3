package org.waymark.localization;

/** The direction in which a language is written. */
public enum Direction {
  /** Left to right, as in English. */
  LTR,
  /** Right to left, as in Arabic. */
  RTL
}
