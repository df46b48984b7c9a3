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
    StringBuilder all = new StringBuilder();
    for (char c = FIRST; c <= LAST; c++) {
      // The space keeps a character from being converted as part of a word.
      all.append(c).append(' ');
    }
    String converted = Transliterator.getInstance("Hant-Hans").transliterate(all.toString());
    char[] table = new char[LAST - FIRST + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = converted.charAt(2 * i);
    }
    return table;
  }
}
