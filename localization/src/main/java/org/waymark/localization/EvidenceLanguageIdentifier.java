package org.waymark.localization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.localization.OtherLanguages.OtherLanguage;
import org.waymark.localization.Reader.Reading;

/**
 * Weighs the script, the words and how they are spelled, the conversation's language and the chat
 * app's.
 *
 * <p>Scores are logarithms of probabilities, so that a difference of {@code d} between two
 * languages means that the text is {@code e^d} times as probable in the one as in the other.
 */
final class EvidenceLanguageIdentifier implements LanguageIdentifier {

  /** The lead over all other languages that makes a language certain, and what each word adds. */
  static final double CERTAIN_LEAD = 3.0;

  static final double CERTAIN_LEAD_PER_WORD = 0.2;

  /** The lead over the conversation's language that overrules it. */
  static final double OVERRULING_LEAD = 8.0;

  /** The lead over all served languages that makes another language certain. */
  static final double OTHER_LEAD = 6.0;

  /** How much less often than a served language we are written to in another one. */
  static final double OTHER_HANDICAP = 3.0;

  /** The fewest words by which a language is changed, or is told to be one not served. */
  static final int ENOUGH_WORDS = 3;

  /** The part of the words that must speak for another language than the conversation's. */
  static final double OVERRULING_SHARE = 0.6;

  /** How much a word counts that all languages here borrow from English. */
  static final double LOAN_WEIGHT = 0.2;

  /** The lowest score a letter may have on average in a text that makes sense. */
  static final double WORST_SCORE_PER_LETTER = -3.5;

  /** The most that one word, perhaps a name, can speak against a language. */
  static final double MOST_PER_WORD = 8;

  /** The fewest characters of the other script by which a conversation's script is changed. */
  static final int ENOUGH_CHARACTERS = 2;

  private static final int MOST_CANDIDATES = 4;

  /** A language with its number in score arrays; without a locale if it is not served. */
  private record Known(String tag, String englishName, int script, @Nullable Locale locale) {}

  private final Languages languages;
  private final List<OtherLanguage> others;
  private final List<Known> known;
  private final List<NgramTable> tables;
  private final Map<NgramTable, int[]> knownOfModels = new HashMap<>();
  private final Reader reader;
  private final List<Variant> variants;

  /** A language that is served in a second script. */
  private record Variant(Locale from, Locale to, ScriptConversion conversion) {}

  private EvidenceLanguageIdentifier(
      Languages languages, List<OtherLanguage> others, List<NgramTable> tables, Reader reader) {
    this.languages = languages;
    this.others = others;
    this.tables = tables;
    this.reader = reader;
    var converted = new ArrayList<Variant>();
    for (var language : languages.offered()) {
      var from = language.convertedFrom();
      if (from != null) {
        converted.add(
            new Variant(from, language.locale(), new ScriptConversion(from, language.locale())));
      }
    }
    this.variants = List.copyOf(converted);
    var all = new ArrayList<Known>();
    for (var language : languages.written()) {
      all.add(
          new Known(
              language.tag(),
              language.englishName(),
              WritingSystem.ofCode(language.script()),
              language.locale()));
    }
    for (var other : others) {
      if (languages.byTag(other.tag()).isEmpty()) {
        all.add(new Known(other.tag(), other.englishName(), other.script(), null));
      }
    }
    this.known = List.copyOf(all);
    for (var table : tables) {
      knownOfModels.put(
          table, table.models().stream().mapToInt(model -> indexOf(model.tag())).toArray());
    }
  }

  private int indexOf(String tag) {
    return IntStream.range(0, known.size())
        .filter(index -> known.get(index).tag().equals(tag))
        .findFirst()
        .orElse(-1);
  }

  static EvidenceLanguageIdentifier load(Languages languages) {
    return load(languages, List.of(Shipped.TABLE));
  }

  static EvidenceLanguageIdentifier load(Languages languages, Path directory) {
    var files = new TextFiles.InDirectory(directory);
    var table = new NgramTable.Builder();
    for (var language : languages.written()) {
      var lines = files.read(NgramTableBuilder.sampleFile(language.tag())).orElse("");
      SampleModels.wordsByScript(lines)
          .forEach((script, words) -> SampleModels.put(table, language.tag(), script, words));
    }
    return load(languages, List.of(Shipped.TABLE, table.build()));
  }

  private static EvidenceLanguageIdentifier load(Languages languages, List<NgramTable> tables) {
    var files = TextFiles.ofModule();
    return new EvidenceLanguageIdentifier(
        languages, OtherLanguages.load(files), tables, Reader.load(files));
  }

  /** Loaded once for all identifiers of a program. */
  private static final class Shipped {

    static final NgramTable TABLE = load();

    private static NgramTable load() {
      var name = NgramTableBuilder.FILE;
      try (var stream = EvidenceLanguageIdentifier.class.getResourceAsStream(name)) {
        if (stream == null) {
          throw new IllegalStateException(name + " is missing; build the module with Maven");
        }
        return NgramTableBuilder.read(stream);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void warmUp() {
    known.forEach(language -> identify(language.englishName()));
  }

  @Override
  public IdentifiedLanguage identify(String text, LanguageEvidence evidence) {
    var stored = languageOf(evidence.stored());
    var hint = languageOf(evidence.hint());
    var reading = reader.read(text);
    var identified =
        stored.isEmpty()
            ? judge(reading, hint)
            : overruling(reading, stored.get())
                .orElseGet(() -> new IdentifiedLanguage.Certain(stored.get()));
    return identified instanceof IdentifiedLanguage.Certain(Locale language)
        ? new IdentifiedLanguage.Certain(inItsScript(language, text, evidence))
        : identified;
  }

  /** The language with texts that a locale stands for. */
  private Optional<Locale> languageOf(@Nullable Locale locale) {
    return locale == null
        ? Optional.empty()
        : languages
            .byTag(locale.toLanguageTag())
            .map(
                language ->
                    language.convertedFrom() == null
                        ? language.locale()
                        : language.convertedFrom());
  }

  /**
   * A language in the script that a person writes it in, where it is served in two: as the text
   * tells, else as the conversation or the chat app has it.
   */
  private Locale inItsScript(Locale language, String text, LanguageEvidence evidence) {
    for (var variant : variants) {
      if (!variant.from().equals(language)) {
        continue;
      }
      var lean = variant.conversion().lean(Words.start(text));
      var stored = evidence.stored();
      if (stored != null && languageOf(stored).equals(Optional.of(language))) {
        var isVariant = languages.of(stored).locale().equals(variant.to());
        var changes = isVariant ? -lean : lean;
        return isVariant == changes < ENOUGH_CHARACTERS ? variant.to() : language;
      }
      var hint = evidence.hint();
      if (lean == 0 && hint != null && languageOf(hint).equals(Optional.of(language))) {
        return languages.of(hint).locale();
      }
      return lean > 0 ? variant.to() : language;
    }
    return language;
  }

  private IdentifiedLanguage judge(Reading reading, Optional<Locale> hint) {
    if (reading.words().isEmpty()) {
      return new IdentifiedLanguage.Undetermined();
    }
    var byScript = byScript(reading);
    if (byScript.isPresent()) {
      return found(byScript.get());
    }
    return new Weighing(reading).judge(hint);
  }

  private static IdentifiedLanguage found(Known language) {
    return language.locale() == null
        ? new IdentifiedLanguage.Unsupported(language.tag(), language.englishName())
        : new IdentifiedLanguage.Certain(language.locale());
  }

  /** What overrules the conversation's language, if the text does. */
  private Optional<IdentifiedLanguage> overruling(Reading reading, Locale stored) {
    if (reading.tellingWords() < ENOUGH_WORDS) {
      return Optional.empty();
    }
    var byScript = byScript(reading);
    if (byScript.isPresent()) {
      return byScript.map(EvidenceLanguageIdentifier::found);
    }
    return new Weighing(reading).overruling(indexOf(stored.toLanguageTag()));
  }

  /** The only language of the text's script, or the one that its peculiar letters tell. */
  private Optional<Known> byScript(Reading reading) {
    for (var other : others) {
      if (other.script() == reading.script() && reading.hasLettersOf(other.letters())) {
        return known.stream().filter(language -> language.tag().equals(other.tag())).findFirst();
      }
    }
    var isModelled =
        tables.stream()
            .flatMap(table -> table.models().stream())
            .anyMatch(model -> model.script() == reading.script());
    return isModelled
        ? Optional.empty()
        : known.stream().filter(language -> language.script() == reading.script()).findFirst();
  }

  /** The scores of all languages for one text. */
  private final class Weighing {

    private final Reading reading;
    private final double[] scores;
    private final List<double[]> scoresByWord = new ArrayList<>();
    private final List<Integer> ranking;

    Weighing(Reading reading) {
      this.reading = reading;
      this.scores = new double[known.size()];
      for (var language = 0; language < scores.length; language++) {
        scores[language] = isServed(language) ? 0 : -OTHER_HANDICAP;
      }
      for (var word : reading.words()) {
        var wordScores = score(word.text());
        for (var language = 0; language < scores.length; language++) {
          scores[language] += (word.isLoan() ? LOAN_WEIGHT : 1) * wordScores[language];
        }
        if (!word.isLoan()) {
          scoresByWord.add(wordScores);
        }
      }
      this.ranking =
          IntStream.range(0, known.size())
              .filter(language -> scores[language] > Double.NEGATIVE_INFINITY)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer language) -> scores[language]).reversed())
              .toList();
    }

    /** The scores of all languages for a word; minus infinity if not written in this script. */
    private double[] score(String word) {
      var wordScores = new double[known.size()];
      Arrays.fill(wordScores, Double.NEGATIVE_INFINITY);
      for (var table : tables) {
        var modelScores = table.score(word);
        var languagesOfModels = knownOfModels.getOrDefault(table, new int[0]);
        for (var model = 0; model < languagesOfModels.length; model++) {
          var language = languagesOfModels[model];
          if (language >= 0 && table.models().get(model).script() == reading.script()) {
            wordScores[language] = Math.max(wordScores[language], modelScores[model]);
          }
        }
      }
      var lowest = Arrays.stream(wordScores).max().orElse(0) - MOST_PER_WORD;
      for (var language = 0; language < wordScores.length; language++) {
        if (wordScores[language] > Double.NEGATIVE_INFINITY) {
          wordScores[language] = Math.max(wordScores[language], lowest);
        }
      }
      return wordScores;
    }

    private boolean isServed(int language) {
      return known.get(language).locale() != null;
    }

    private double leadOver(int first, int second) {
      return scores[first] - scores[second];
    }

    private boolean makesSense() {
      return !WritingSystem.isWidespread(reading.script())
          || scores[ranking.getFirst()] > WORST_SCORE_PER_LETTER * reading.weightOfLetters();
    }

    IdentifiedLanguage judge(Optional<Locale> hint) {
      if (ranking.isEmpty() || !makesSense()) {
        return new IdentifiedLanguage.Undetermined();
      }
      int first = ranking.getFirst();
      if (!isServed(first)) {
        var other = other(first);
        return other.orElseGet(IdentifiedLanguage.Undetermined::new);
      }
      var certainLead = CERTAIN_LEAD + CERTAIN_LEAD_PER_WORD * reading.words().size();
      var rivals =
          ranking.stream().filter(language -> leadOver(first, language) < certainLead).toList();
      if (rivals.size() == 1) {
        return found(known.get(first));
      }
      var hinted =
          hint.flatMap(
              locale ->
                  rivals.stream()
                      .filter(language -> locale.equals(known.get(language).locale()))
                      .findFirst());
      return hinted.isPresent() ? found(known.get(hinted.get())) : ambiguous(rivals);
    }

    private IdentifiedLanguage ambiguous(List<Integer> rivals) {
      var served = ranking.stream().filter(this::isServed).toList();
      var near = rivals.stream().filter(this::isServed).count();
      if (near > MOST_CANDIDATES || served.size() < 2) {
        return new IdentifiedLanguage.Undetermined();
      }
      return new IdentifiedLanguage.Ambiguous(
          served.stream()
              .limit(Math.max(2, near))
              .flatMap(language -> Optional.ofNullable(known.get(language).locale()).stream())
              .toList());
    }

    /** A language that is not served, if the text is certainly in none that is. */
    private Optional<IdentifiedLanguage> other(int first) {
      var isCertain =
          reading.tellingWords() >= ENOUGH_WORDS
              && ranking.stream()
                  .filter(this::isServed)
                  .allMatch(served -> leadOver(first, served) >= OTHER_LEAD);
      return isCertain ? Optional.of(found(known.get(first))) : Optional.empty();
    }

    Optional<IdentifiedLanguage> overruling(int stored) {
      if (ranking.isEmpty() || !makesSense() || ranking.getFirst() == stored) {
        return Optional.empty();
      }
      int first = ranking.getFirst();
      var words = scoresByWord.stream().filter(word -> word[first] > word[stored]).count();
      if (leadOver(first, stored) < OVERRULING_LEAD
          || words < OVERRULING_SHARE * scoresByWord.size()) {
        return Optional.empty();
      }
      if (!isServed(first)) {
        return other(first);
      }
      return switch (judge(Optional.empty())) {
        case IdentifiedLanguage.Undetermined _ -> Optional.empty();
        case IdentifiedLanguage found -> Optional.of(found);
      };
    }
  }
}
