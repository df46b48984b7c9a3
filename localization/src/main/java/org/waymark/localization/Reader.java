package org.waymark.localization;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Picks from a text the words that tell its language. */
final class Reader {

  private static final String NAMES = "identification/names.txt";
  static final String LOANS = "identification/english-loans.txt";

  /** The part of a text in Chinese characters that is kana if it is Japanese. */
  private static final double LEAST_KANA = 0.1;

  private final Set<String> names;
  private final Set<String> loans;

  private Reader(Set<String> names, Set<String> loans) {
    this.names = names;
    this.loans = loans;
  }

  static Reader load(TextFiles files) {
    return new Reader(
        SampleModels.distinctWords(files.read(NAMES).orElse("")),
        SampleModels.distinctWords(files.read(LOANS).orElse("")));
  }

  /** A word; a loan is one that is borrowed from English, if the text has other words too. */
  record ReadWord(String text, boolean isLoan) {}

  /**
   * What is worth weighing in a text.
   *
   * @param script the script of the words
   * @param words the words of that script
   */
  record Reading(int script, List<ReadWord> words) {

    /** How many words speak for a language, not counting loans and single letters. */
    int tellingWords() {
      if (WritingSystem.isUnspaced(script)) {
        return words.stream().mapToInt(word -> word.text().length()).sum() / 2;
      }
      return (int)
          words.stream().filter(word -> !word.isLoan() && word.text().length() > 1).count();
    }

    double weightOfLetters() {
      return words.stream()
          .mapToDouble(
              word ->
                  word.text().length()
                      * (word.isLoan() ? EvidenceLanguageIdentifier.LOAN_WEIGHT : 1))
          .sum();
    }

    /** Whether at least two letters of the text and one in twenty are among those given. */
    boolean hasLettersOf(String letters) {
      var all = 0;
      var among = 0;
      for (var word : words) {
        for (var index = 0; index < word.text().length(); index++) {
          all++;
          among += letters.indexOf(word.text().charAt(index)) >= 0 ? 1 : 0;
        }
      }
      return among >= 2 && 20 * among >= all;
    }
  }

  Reading read(String text) {
    var words = Words.of(text).stream().filter(word -> !names.contains(word.text())).toList();
    var script = mainScript(words);
    var ofScript = new ArrayList<String>();
    for (var word : words) {
      if (word.script() == script) {
        ofScript.add(word.text());
      }
    }
    var areAllLoans = loans.containsAll(ofScript);
    return new Reading(
        script,
        ofScript.stream()
            .map(word -> new ReadWord(word, !areAllLoans && loans.contains(word)))
            .toList());
  }

  private int mainScript(List<Words.Word> words) {
    var letters = new HashMap<Integer, Double>();
    for (var word : words) {
      letters.merge(word.script(), word.text().length() * weight(word), Double::sum);
    }
    double han = letters.getOrDefault(UScript.HAN, 0.0);
    double kana = letters.getOrDefault(UScript.JAPANESE, 0.0);
    if (kana > 0 && kana >= LEAST_KANA * (han + kana)) {
      letters.merge(UScript.JAPANESE, han, Double::sum);
      letters.remove(UScript.HAN);
    }
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UScript.COMMON);
  }

  /** Names and loans are in Latin letters everywhere, and other scripts need fewer letters. */
  private double weight(Words.Word word) {
    if (WritingSystem.isUnspaced(word.script())) {
      return 4;
    }
    if (word.script() != UScript.LATIN) {
      return 2;
    }
    return loans.contains(word.text()) ? EvidenceLanguageIdentifier.LOAN_WEIGHT : 1;
  }
}
