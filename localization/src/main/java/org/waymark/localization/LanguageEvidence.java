package org.waymark.localization;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a person's language before reading the message.
 *
 * @param stored the language the conversation is held in, or null if none is settled yet
 * @param hint the language the chat app or browser is set to, or null if it did not say
 */
public record LanguageEvidence(@Nullable Locale stored, @Nullable Locale hint) {

  /** Nothing is known. */
  public static LanguageEvidence none() {
    return new LanguageEvidence(null, null);
  }

  /** The conversation is held in this language. */
  public static LanguageEvidence stored(Locale language) {
    return new LanguageEvidence(language, null);
  }

  /** The chat app or browser is set to this language. */
  public static LanguageEvidence hint(Locale language) {
    return new LanguageEvidence(null, language);
  }
}
