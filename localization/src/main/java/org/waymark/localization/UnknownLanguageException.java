package org.waymark.localization;

import java.util.Locale;

/** Thrown when a locale stands for no language of {@link Languages}. */
public final class UnknownLanguageException extends RuntimeException {

  UnknownLanguageException(Locale locale) {
    super("'" + locale.toLanguageTag() + "' is not in languages.tsv");
  }
}
