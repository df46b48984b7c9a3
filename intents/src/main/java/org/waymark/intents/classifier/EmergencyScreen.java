package org.waymark.intents.classifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.intents.catalog.EmergencyPhrases;
import org.waymark.intents.catalog.Utterances.Line;

/**
 * Finds a language's phrases of danger in a message, before and apart from any classifier. Long
 * words match with one letter missing, added, swapped or changed; words that the catalog's near
 * misses explain ("dying of laughter") do not count. Korean is matched syllable by syllable, since
 * people leave out its spaces and its words end in many ways. Immutable; safe for several threads.
 */
final class EmergencyScreen {

  private static final int SHORTEST_MISSPELT_WORD = 6;

  private final Map<String, List<Phrase>> dangers = new HashMap<>();
  private final Map<String, List<Phrase>> harmless = new HashMap<>();
  private final Map<String, String> spellings = new HashMap<>();

  EmergencyScreen(EmergencyPhrases phrases) {
    phrases.phrases().forEach(line -> add(dangers, line));
    phrases.nearMisses().forEach(line -> add(harmless, line));
  }

  private record Phrase(String text, List<String> words) {}

  private void add(Map<String, List<Phrase>> index, Line line) {
    List<String> words = words(line.text());
    if (words.isEmpty()) {
      return;
    }
    index
        .computeIfAbsent(words.getFirst(), w -> new ArrayList<>())
        .add(new Phrase(line.text(), words));
    for (String word : words) {
      spellings.put(word, word);
    }
    for (String word : words) {
      if (word.length() >= SHORTEST_MISSPELT_WORD) {
        for (int i = 1; i < word.length(); i++) {
          spellings.putIfAbsent(without(word, i), word);
        }
      }
    }
  }

  /**
   * The first phrase of danger in a message, as the catalog writes it; empty if there is none.
   *
   * @param shortest how many words a phrase must have to count
   */
  Optional<String> find(String text, int shortest) {
    List<String> words = new ArrayList<>();
    for (String word : words(text)) {
      words.add(known(word));
    }
    boolean[] explained = new boolean[words.size()];
    for (int at = 0; at < words.size(); at++) {
      for (Phrase phrase : harmless.getOrDefault(words.get(at), List.of())) {
        if (matches(phrase, words, at)) {
          java.util.Arrays.fill(explained, at, at + phrase.words().size(), true);
        }
      }
    }
    for (int at = 0; at < words.size(); at++) {
      for (Phrase phrase : dangers.getOrDefault(words.get(at), List.of())) {
        if (phrase.words().size() >= shortest
            && matches(phrase, words, at)
            && !allTrue(explained, at, phrase.words().size())) {
          return Optional.of(phrase.text());
        }
      }
    }
    return Optional.empty();
  }

  /** The words of a text, Korean ones taken apart into syllables. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : Words.of(text)) {
      int start = 0;
      for (int i = 0; i < word.length(); i++) {
        if (Character.UnicodeScript.of(word.charAt(i)) == Character.UnicodeScript.HANGUL) {
          if (start < i) {
            words.add(word.substring(start, i));
          }
          words.add(word.substring(i, i + 1));
          start = i + 1;
        }
      }
      if (start < word.length()) {
        words.add(word.substring(start));
      }
    }
    return words;
  }

  private static boolean matches(Phrase phrase, List<String> words, int at) {
    int length = phrase.words().size();
    return at + length <= words.size() && words.subList(at, at + length).equals(phrase.words());
  }

  private static boolean allTrue(boolean[] flags, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (!flags[i]) {
        return false;
      }
    }
    return true;
  }

  /** The word of the phrases that a typed word stands for, or the typed word itself. */
  private String known(String word) {
    String spelling = spelling(word);
    if (spelling == null && word.length() > 3 && (word.charAt(0) == 'و' || word.charAt(0) == 'ف')) {
      spelling = spelling(word.substring(1));
    }
    return spelling == null ? word : spelling;
  }

  private @Nullable String spelling(String word) {
    String exact = spellings.get(word);
    if (exact != null || word.length() < SHORTEST_MISSPELT_WORD) {
      return exact;
    }
    for (int i = 1; i < word.length(); i++) {
      String found = spellings.get(without(word, i));
      if (found != null && found.length() >= SHORTEST_MISSPELT_WORD) {
        return found;
      }
    }
    return null;
  }

  private static String without(String word, int index) {
    return word.substring(0, index) + word.substring(index + 1);
  }
}
