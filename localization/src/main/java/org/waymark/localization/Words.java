package org.waymark.localization;

import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a text that may tell its language, in lower case and in one form of Unicode; links,
 * addresses, names of accounts, numbers and signs are left out.
 */
final class Words {

  /** A word, and the script its letters belong to. */
  record Word(String text, int script) {}

  /** What is behind this place is not read, so that no text takes long. */
  private static final int LONGEST_TEXT = 600;

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)(?:https?://|www\\.).*|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|org|edu|gov|net|us|io|me|info)(?:/.*)?");
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int ARABIC_TATWEEL = 0x0640;

  private final List<Word> words = new ArrayList<>();
  private final StringBuilder letters = new StringBuilder();
  private int script = UScript.COMMON;
  private int digits;

  private Words() {}

  /** The words of a text, in order; never fails. */
  static List<Word> of(String text) {
    var normal = Normalizer.normalize(start(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var words = new Words();
    for (var part : WHITE_SPACE.split(normal)) {
      if (part.indexOf('@') < 0 && !LINK.matcher(part).matches()) {
        part.codePoints().forEach(words::read);
        words.endWord();
      }
    }
    return List.copyOf(words.words);
  }

  /** As much of a text as is read. */
  static String start(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  private void read(int codePoint) {
    if (Character.isLetter(codePoint)) {
      var itsScript = WritingSystem.of(codePoint);
      if (itsScript == UScript.COMMON) {
        itsScript = script;
      }
      if (script != itsScript && script != UScript.COMMON) {
        endWord();
      }
      script = itsScript;
      if (codePoint != ARABIC_TATWEEL) {
        letters.appendCodePoint(codePoint);
      }
    } else if (codePoint >= '0' && codePoint <= '9') {
      letters.append((char) codePoint);
      digits++;
    } else if (isMark(codePoint)) {
      if (script != UScript.ARABIC && script != UScript.LATIN) {
        letters.appendCodePoint(codePoint);
      }
    } else if (codePoint != ZERO_WIDTH_JOINER) {
      endWord();
    }
  }

  private static boolean isMark(int codePoint) {
    var type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Digits stand for letters in Arabic written with Latin letters, but not more than two. */
  private void endWord() {
    if (script != UScript.COMMON && digits <= 2 && letters.length() > digits) {
      words.add(new Word(withoutDrawl(), script));
    }
    letters.setLength(0);
    script = UScript.COMMON;
    digits = 0;
  }

  /** The word with a letter that stands three times or oftener in a row written once. */
  private String withoutDrawl() {
    var word = new StringBuilder(letters.length());
    var index = 0;
    while (index < letters.length()) {
      var end = index + 1;
      while (end < letters.length() && letters.charAt(end) == letters.charAt(index)) {
        end++;
      }
      word.append(letters, index, end - index >= 3 ? index + 1 : end);
      index = end;
    }
    return word.toString();
  }
}
