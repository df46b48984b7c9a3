package org.waymark.localization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes models of a language from lines that people could have written in it. */
final class SampleModels {

  /** A language of which fewer words are known in a script is not modelled in it. */
  private static final int FEWEST_WORDS = 40;

  private SampleModels() {}

  /** The words of the lines by script; lines that begin with {@code #} are comments. */
  static Map<Integer, List<String>> wordsByScript(String lines) {
    var words = new TreeMap<Integer, List<String>>();
    lines
        .lines()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Words.of(line).stream())
        .forEach(
            word ->
                words.computeIfAbsent(word.script(), script -> new ArrayList<>()).add(word.text()));
    words.values().removeIf(list -> list.size() < FEWEST_WORDS);
    return words;
  }

  /** Puts a model of words and how they are spelled. */
  static void put(NgramTable.Builder table, String tag, int script, List<String> words) {
    table.begin(new NgramTable.Model(tag, script));
    putSpelling(table, words);
    putWords(table, words);
  }

  /** Puts the words into the current model, as words only. */
  static void putWords(NgramTable.Builder table, List<String> words) {
    var counts = new HashMap<String, Integer>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    counts.forEach(
        (word, count) -> table.putWord(word, Math.log((double) count / (words.size() + 100))));
  }

  /** Witten-Bell smoothing: what was seen seldom is trusted little. */
  private static void putSpelling(NgramTable.Builder table, List<String> words) {
    var counts = new TreeMap<String, Integer>();
    var followers = new HashMap<String, Integer>();
    var letters = new HashSet<Character>();
    for (var word : words) {
      for (var start = 0; start < word.length(); start++) {
        letters.add(word.charAt(start));
        var limit = Math.min(word.length(), start + NgramTable.LONGEST_NGRAM);
        for (var end = start + 1; end <= limit; end++) {
          if (counts.merge(word.substring(start, end), 1, Integer::sum) == 1) {
            followers.merge(word.substring(start, end - 1), 1, Integer::sum);
          }
        }
      }
    }
    var contexts = new HashMap<String, Integer>();
    counts.forEach(
        (ngram, count) ->
            contexts.merge(ngram.substring(0, ngram.length() - 1), count, Integer::sum));
    var probabilities = new HashMap<String, Double>();
    var byLength = new ArrayList<>(counts.keySet());
    byLength.sort((one, other) -> Integer.compare(one.length(), other.length()));
    for (var ngram : byLength) {
      var context = ngram.substring(0, ngram.length() - 1);
      var shorter =
          ngram.length() == 1
              ? 1.0 / letters.size()
              : probabilities.getOrDefault(ngram.substring(1), 0.0);
      double seen = contexts.getOrDefault(context, 0);
      double kinds = followers.getOrDefault(context, 0);
      var probability = (counts.getOrDefault(ngram, 0) + kinds * shorter) / (seen + kinds);
      probabilities.put(ngram, probability);
      table.putNgram(ngram, Math.log(probability));
    }
  }

  /** The distinct words of a file that lists some. */
  static Set<String> distinctWords(String lines) {
    var words = new HashSet<String>();
    wordsByScript(lines).values().forEach(words::addAll);
    return Set.copyOf(words);
  }
}
