package org.waymark.intents.classifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The features of a message in three groups: words, pairs of neighbouring words, and character
 * sequences of 3 or 4 inside words (2 to 4 where a character is a syllable). A feature is the
 * 64-bit FNV-1a hash of its group and text, so that neither training nor classifying needs a table
 * of strings.
 */
final class Features {

  /** How many groups there are; each is scaled to the same length. */
  static final int GROUPS = 3;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 4;

  /** Only where a word of at least three letters is left. */
  private static final Pattern CLITICS = Pattern.compile("(?:[وفبعه]?ال|لل|و)(?=\\p{L}{3})");

  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Features() {}

  /** How often each feature occurs in a message, by group. */
  static List<Map<Long, Integer>> count(String text) {
    List<String> words = Words.of(text).stream().map(Features::withoutClitics).toList();
    Map<Long, Integer> unigrams = new HashMap<>();
    Map<Long, Integer> bigrams = new HashMap<>();
    Map<Long, Integer> characters = new HashMap<>();
    words.forEach(word -> unigrams.merge(hash('w', word), 1, Integer::sum));
    String previous = "<";
    for (String word : words) {
      bigrams.merge(hash('b', previous + ' ' + word), 1, Integer::sum);
      previous = word;
    }
    if (!words.isEmpty()) {
      bigrams.merge(hash('b', previous + " >"), 1, Integer::sum);
    }
    for (String run : runs(words)) {
      characters(run, hash -> characters.merge(hash, 1, Integer::sum));
    }
    return List.of(unigrams, bigrams, characters);
  }

  /** The words, where those of a script without spaces are put together again. */
  private static List<String> runs(List<String> words) {
    List<String> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (String word : words) {
      if (Words.isWholeWord(word.codePointAt(0))) {
        run.append(word);
        continue;
      }
      if (!run.isEmpty()) {
        runs.add(run.toString());
        run.setLength(0);
      }
      runs.add(word);
    }
    if (!run.isEmpty()) {
      runs.add(run.toString());
    }
    return runs;
  }

  /**
   * A word without the article and the conjunction that Arabic writes onto it: "والمدرسة" and
   * "مدرسة" are the same word here.
   */
  private static String withoutClitics(String word) {
    if (Character.UnicodeScript.of(word.codePointAt(0)) != Character.UnicodeScript.ARABIC) {
      return word;
    }
    Matcher clitics = CLITICS.matcher(word);
    return clitics.lookingAt() ? word.substring(clitics.end()) : word;
  }

  private static void characters(String word, LongConsumer each) {
    String marked = '<' + word + '>';
    int shortest = isSyllabic(word.codePointAt(0)) ? SHORTEST - 1 : SHORTEST;
    for (int start = 0; start < marked.length(); start++) {
      long hash = hash('c', "");
      for (int end = start; end < marked.length() && end - start < LONGEST; end++) {
        hash = (hash ^ marked.charAt(end)) * PRIME;
        int length = end - start + 1;
        if (length >= shortest && length < marked.length()) {
          each.accept(hash);
        }
      }
    }
  }

  /** A character of these scripts holds as much as two or three of an alphabet. */
  private static boolean isSyllabic(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HANGUL, ETHIOPIC, HAN -> true;
      default -> false;
    };
  }

  private static long hash(char group, String text) {
    long hash = (OFFSET_BASIS ^ group) * PRIME;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }
}
