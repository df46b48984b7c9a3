package org.waymark.localization;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * Puts a language's text into another script of it by ICU's transliteration, such as simplified
 * Chinese into traditional. Safe for use by several threads.
 */
public final class ScriptConversion {

  private final Transliterator there;
  private final Transliterator back;

  /**
   * Makes a conversion.
   *
   * @param from the language of the text as it is written, such as {@code zh}
   * @param to the same language in the other script, such as {@code zh-Hant}
   * @throws IllegalArgumentException if ICU knows no such conversion
   */
  public ScriptConversion(Locale from, Locale to) {
    String written = script(from);
    String wanted = script(to);
    this.there = Transliterator.getInstance(written + "-" + wanted);
    this.back = Transliterator.getInstance(wanted + "-" + written);
  }

  private static String script(Locale language) {
    return ULocale.addLikelySubtags(ULocale.forLocale(language)).getScript();
  }

  /** The text in the other script. */
  public String convert(String text) {
    return there.transliterate(text);
  }

  /**
   * How much more of a text is written in the other script than in the one converted from, in
   * characters; negative if less, 0 if nothing tells.
   */
  int lean(String text) {
    return changes(back, text) - changes(there, text);
  }

  private static int changes(Transliterator conversion, String text) {
    String converted = conversion.transliterate(text);
    int changes = 0;
    for (int i = 0; i < Math.min(text.length(), converted.length()); i++) {
      changes += text.charAt(i) == converted.charAt(i) ? 0 : 1;
    }
    return changes;
  }
}
