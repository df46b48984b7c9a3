package org.waymark.intents.classifier;

import com.ibm.icu.text.Transliterator;

/**
 * The simplified form of each traditional Chinese character, by ICU's Hant-Hans transliteration, so
 * that both writings of a word are one.
 */
final class SimplifiedCharacters {

  private static final char FIRST = '\u4e00';
  private static final char LAST = '\u9fff';
  private static final char[] SIMPLIFIED = table();

  private SimplifiedCharacters() {}

  /** The simplified form of a character; the character itself if it has none. */
  static int of(int c) {
    return c >= FIRST && c <= LAST ? SIMPLIFIED[c - FIRST] : c;
  }

  private static char[] table() {
    Transliterator conversion = Transliterator.getInstance("Hant-Hans");
    char[] table = new char[LAST - FIRST + 1];
    for (int i = 0; i < table.length; i++) {
      char character = (char) (FIRST + i);
      String converted = conversion.transliterate(String.valueOf(character));
      table[i] = converted.length() == 1 ? converted.charAt(0) : character;
    }
    return table;
  }
}
