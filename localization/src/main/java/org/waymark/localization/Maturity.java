package org.waymark.localization;

/** How far the texts of a language have come; decides whether it is offered. */
public enum Maturity {
  /** Not offered to anybody; the build accepts any gap. */
  DRAFT,
  /** Served; a text that is missing is shown in English, and the bot says so. */
  BETA,
  /** Served; the build fails on any gap. */
  COMPLETE
}
