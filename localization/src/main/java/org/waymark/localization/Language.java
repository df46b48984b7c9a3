package org.waymark.localization;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A language the bot knows.
 *
 * @param locale the language as {@code java.util.Locale} sees it; equal locales are equal languages
 * @param englishName its name for staff, such as {@code Haitian Creole}
 * @param endonym its name for the people who speak it, such as {@code Kreyòl ayisyen}
 * @param script the ISO 15924 code of the script the bot writes it in, such as {@code Latn}
 * @param direction the direction it is written in
 * @param tier 1 for the languages most often asked for, 2 for the others
 * @param maturity how complete its texts are
 * @param review whether a native reader has read its texts
 * @param convertedFrom the language whose texts a program puts into this one's script; null if it
 *     has texts of its own
 */
public record Language(
    Locale locale,
    String englishName,
    String endonym,
    String script,
    Direction direction,
    int tier,
    Maturity maturity,
    Review review,
    @Nullable Locale convertedFrom) {

  /**
   * Creates a language.
   *
   * @throws IllegalArgumentException if a name is blank or the tier is neither 1 nor 2
   */
  public Language {
    if (englishName.isBlank() || endonym.isBlank() || script.isBlank()) {
      throw new IllegalArgumentException("A language needs a name, an endonym and a script");
    }
    if (tier < 1 || tier > 2) {
      throw new IllegalArgumentException("The tier is 1 or 2, not " + tier);
    }
  }

  /** Its BCP 47 tag, such as {@code ht}. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** Whether people may choose it: true unless it is a draft. */
  public boolean isOffered() {
    return maturity != Maturity.DRAFT;
  }
}
