package org.waymark.intents.classifier;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text as the classifier sees it: compatibility forms, case, accents, apostrophes, traditional
 * Chinese characters and spelling variants of the Arabic script removed, because people leave them
 * out on phones.
 */
final class Words {

  private static final int LONGEST_MESSAGE = 4_000;

  private Words() {}

  /**
   * The words of a message, folded. Characters of scripts without spaces are words of their own;
   * numbers become {@code #}. Only the first 4,000 UTF-16 units are read.
   */
  static List<String> of(String text) {
    String folded =
        fold(text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean letters = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (isWholeWord(c)) {
        letters = flush(words, word, letters);
        words.add(Character.toString(SimplifiedCharacters.of(c)));
      } else if (Character.isLetter(c) || isMark(c)) {
        word.appendCodePoint(c);
        letters = true;
      } else if (Character.isDigit(c)) {
        word.appendCodePoint('0' + Character.digit(c, 10));
      } else if (c != '\'' && c != '’' && c != '`' && c != 'ʼ' && c != '\u200c') {
        letters = flush(words, word, letters);
      }
    }
    flush(words, word, letters);
    return words;
  }

  /** The words joined by single spaces: two messages that differ only in typing become equal. */
  static String key(String text) {
    return String.join(" ", of(text));
  }

  private static boolean flush(List<String> words, StringBuilder word, boolean letters) {
    if (!word.isEmpty()) {
      words.add(letters || word.length() == 3 ? word.toString() : "#");
      word.setLength(0);
    }
    return false;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether a character belongs to a script without spaces and is a word of its own. */
  static boolean isWholeWord(int c) {
    return c >= 0x2E80
        && switch (Character.UnicodeScript.of(c)) {
          case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
          default -> false;
        };
  }

  private static String fold(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    boolean ascii = decomposed.chars().allMatch(c -> c < 128);
    if (!ascii) {
      decomposed = Normalizer.normalize(decomposed, Normalizer.Form.NFD);
    }
    StringBuilder out = new StringBuilder(decomposed.length());
    int run = 0;
    int last = -1;
    boolean latinBase = false;
    for (int i = 0; i < decomposed.length(); ) {
      int c = decomposed.codePointAt(i);
      i += Character.charCount(c);
      if (c >= 0x300 && isMark(c)) {
        if (latinBase || c < 0x370 || isArabicMark(c)) {
          continue;
        }
      } else {
        latinBase = c < 0x250;
      }
      int folded = foldLetter(c);
      if (folded < 0) {
        continue;
      }
      run = folded == last ? run + 1 : 1;
      last = folded;
      if (run <= 2 || !Character.isLetter(folded)) {
        out.appendCodePoint(folded);
      }
    }
    return ascii ? out.toString() : Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  private static boolean isArabicMark(int c) {
    return (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670;
  }

  /** Folds a letter's variants; -1 leaves it out. */
  private static int foldLetter(int c) {
    return switch (c) {
      case 'ı' -> 'i';
      case 'đ' -> 'd';
      case 'ß' -> 's';
      case 'ø' -> 'o';
      case 'ł' -> 'l';
      case 'ٱ' -> 'ا';
      case 'ى', 'ی', 'ې' -> 'ي';
      case 'ک' -> 'ك';
      case 'ة', 'ە', 'ۀ', 'ہ' -> 'ه';
      case 'ـ', '\u200d', '\u200e', '\u200f', '\ufeff', '\u00ad' -> -1;
      default -> c;
    };
  }
}
