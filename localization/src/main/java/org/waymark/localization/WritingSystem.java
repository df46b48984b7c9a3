package org.waymark.localization;

import com.ibm.icu.lang.UScript;

/**
 * Scripts as far as they tell languages apart: kana means Japanese even among Chinese characters,
 * and simplified and traditional characters are one script. Scripts are ICU's {@link UScript}
 * codes.
 */
final class WritingSystem {

  private WritingSystem() {}

  /** The script of a character; {@link UScript#COMMON} for what every script uses. */
  static int of(int codePoint) {
    if (codePoint < 128) {
      return Character.isLetter(codePoint) ? UScript.LATIN : UScript.COMMON;
    }
    return fold(UScript.getScript(codePoint));
  }

  /**
   * The script an ISO 15924 code means.
   *
   * @throws IllegalArgumentException if there is no such script
   */
  static int ofCode(String code) {
    var script = UScript.getCodeFromName(code);
    if (script == UScript.INVALID_CODE) {
      throw new IllegalArgumentException("'" + code + "' is not an ISO 15924 script code");
    }
    return fold(script);
  }

  private static int fold(int script) {
    return switch (script) {
      case UScript.SIMPLIFIED_HAN, UScript.TRADITIONAL_HAN -> UScript.HAN;
      case UScript.HIRAGANA, UScript.KATAKANA, UScript.KATAKANA_OR_HIRAGANA -> UScript.JAPANESE;
      case UScript.KOREAN -> UScript.HANGUL;
      case UScript.INHERITED -> UScript.COMMON;
      default -> script;
    };
  }

  /** Whether the script puts no spaces between words, so that words cannot be counted. */
  static boolean isUnspaced(int script) {
    return switch (script) {
      case UScript.HAN,
          UScript.JAPANESE,
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR,
          UScript.TIBETAN ->
          true;
      default -> false;
    };
  }

  /** Whether so many languages use the script that one we do not know is likely. */
  static boolean isWidespread(int script) {
    return script == UScript.LATIN || script == UScript.CYRILLIC || script == UScript.ARABIC;
  }
}
