package org.waymark.localization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a language is spelled, from the counts of letter sequences that the library Lingua ships.
 *
 * <p>Used when the module is built only. The probabilities are of sequences, not conditional, so
 * that sequences can be added up when marks are taken off.
 */
final class LinguaSpelling {

  private static final List<String> FILES =
      List.of("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams");

  private static final Pattern NGRAMS = Pattern.compile("\"(\\d+)/(\\d+)\":\"([^\"]*)\"");

  /** How often people leave out the marks of a language that is written with few. */
  private static final double UNMARKED_SHARE = 0.3;

  /** A language with a larger share of marked letters is a model of its own without marks. */
  private static final double MANY_MARKS = 0.15;

  /** How much of each probability is taken from the sequence without its first letter. */
  private static final double SHORTER_SHARE = 0.1;

  private final List<Map<String, Double>> ngramsByLength;

  private LinguaSpelling(List<Map<String, Double>> ngramsByLength) {
    this.ngramsByLength = ngramsByLength;
  }

  /** Whether Lingua knows a language; its tags are ISO 639-1 codes. */
  static boolean knows(String tag) {
    return LinguaSpelling.class.getResource(resource(tag, FILES.getFirst())) != null;
  }

  private static String resource(String tag, String file) {
    return "/language-models/" + tag + "/" + file + ".json";
  }

  static LinguaSpelling of(String tag) {
    var ngramsByLength = new ArrayList<Map<String, Double>>();
    for (var file : FILES) {
      var ngrams = new HashMap<String, Double>();
      var shorter = ngramsByLength.isEmpty() ? Map.of("", 1.0) : ngramsByLength.getLast();
      var found = NGRAMS.matcher(read(resource(tag, file)));
      while (found.find()) {
        var conditional = Double.parseDouble(found.group(1)) / Double.parseDouble(found.group(2));
        for (var ngram : found.group(3).split(" ")) {
          var context = shorter.getOrDefault(ngram.substring(0, ngram.length() - 1), 0.0);
          ngrams.merge(
              Normalizer.normalize(ngram, Normalizer.Form.NFKC),
              conditional * context,
              Double::sum);
        }
      }
      ngramsByLength.add(ngrams);
    }
    return new LinguaSpelling(ngramsByLength);
  }

  private static String read(String resource) {
    try (var stream = LinguaSpelling.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("Lingua has no " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasManyMarks() {
    return ngramsByLength.getFirst().entrySet().stream()
            .filter(letter -> !withoutMarks(letter.getKey()).equals(letter.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum()
        > MANY_MARKS;
  }

  /** The spelling of people who leave out all marks. */
  LinguaSpelling unmarked() {
    return mixed(0, 1);
  }

  /** The spelling of people some of whom leave out the marks. */
  LinguaSpelling sometimesUnmarked() {
    return mixed(1 - UNMARKED_SHARE, UNMARKED_SHARE);
  }

  private LinguaSpelling mixed(double markedShare, double unmarkedShare) {
    var mixed = new ArrayList<Map<String, Double>>();
    for (var ngrams : ngramsByLength) {
      var mixedNgrams = new HashMap<String, Double>();
      ngrams.forEach(
          (ngram, probability) -> {
            if (markedShare > 0) {
              mixedNgrams.merge(ngram, markedShare * probability, Double::sum);
            }
            mixedNgrams.merge(withoutMarks(ngram), unmarkedShare * probability, Double::sum);
          });
      mixed.add(mixedNgrams);
    }
    return new LinguaSpelling(mixed);
  }

  static String withoutMarks(String text) {
    var unmarked = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .chars()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(
            c ->
                switch (c) {
                  case 'đ' -> 'd';
                  case 'ł' -> 'l';
                  case 'ı' -> 'i';
                  case 'ø' -> 'o';
                  default -> c;
                })
        .forEach(c -> unmarked.append((char) c));
    return unmarked.toString();
  }

  /** Puts the sequences into the current model, the longer ones unless they are all too rare. */
  void put(NgramTable.Builder table, double rarest) {
    Map<String, Double> shorterConditional = Map.of();
    Map<String, Double> contexts = Map.of("", 1.0);
    for (var ngrams : ngramsByLength) {
      var conditional = new HashMap<String, Double>();
      for (var entry : ngrams.entrySet()) {
        var ngram = entry.getKey();
        var context = contexts.getOrDefault(ngram.substring(0, ngram.length() - 1), 0.0);
        if (context <= 0) {
          continue;
        }
        var probability = Math.min(1, entry.getValue() / context);
        var shorter = shorterConditional.get(ngram.substring(1));
        if (shorter != null) {
          probability = (1 - SHORTER_SHARE) * probability + SHORTER_SHARE * shorter;
        }
        conditional.put(ngram, probability);
        if (ngram.length() <= 2 || entry.getValue() >= rarest) {
          table.putNgram(ngram, Math.log(probability));
        }
      }
      shorterConditional = conditional;
      contexts = ngrams;
    }
  }
}
