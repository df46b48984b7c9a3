package org.waymark.localization;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The bot's own sentences in every language that has a file of them.
 *
 * <p>They are read from {@code messages_<tag>.properties}, UTF-8, one ICU message pattern for each
 * {@link MessageKey}. A language may lack sentences; then the English one is given, and the text's
 * locale says so. Numbers are written with the digits printed on American forms. Immutable.
 */
public final class Messages {

  private final Map<Locale, Map<MessageKey, Sentence>> sentences;

  private Messages(Map<Locale, Map<MessageKey, Sentence>> sentences) {
    this.sentences = Map.copyOf(sentences);
  }

  /**
   * The sentences this module ships, in the languages this module ships.
   *
   * @throws LocalizationInvalidException if a file is broken, a sentence is missing in English or
   *     in a complete language; all problems are named
   */
  public static Messages load() {
    return load(Languages.load(), TextFiles.ofModule());
  }

  /**
   * The sentences of a directory, in the languages given.
   *
   * @throws LocalizationInvalidException if a file is broken, a sentence is missing in English or
   *     in a complete language; all problems are named
   */
  public static Messages load(Languages languages, Path directory) {
    return load(languages, new TextFiles.InDirectory(directory));
  }

  static Messages load(Languages languages, TextFiles files) {
    var problems = MessageCheck.problems(languages, files);
    if (!problems.isEmpty()) {
      throw new LocalizationInvalidException(problems);
    }
    var sentences = new HashMap<Locale, Map<MessageKey, Sentence>>();
    for (var language : languages.all()) {
      var from = language.convertedFrom();
      var written = from == null ? language : languages.of(from);
      UnaryOperator<String> conversion =
          from == null
              ? UnaryOperator.identity()
              : new ScriptConversion(from, language.locale())::convert;
      files
          .read(fileName(written))
          .map(content -> MessageFile.parse(fileName(written), content))
          .ifPresent(
              file -> sentences.put(language.locale(), sentences(language, file, conversion)));
    }
    return new Messages(sentences);
  }

  static String fileName(Language language) {
    return "messages_" + language.tag() + ".properties";
  }

  private static Map<MessageKey, Sentence> sentences(
      Language language, MessageFile file, UnaryOperator<String> conversion) {
    var sentences = new EnumMap<MessageKey, Sentence>(MessageKey.class);
    for (var key : MessageKey.values()) {
      var entry = file.entries().get(key.key());
      if (entry != null) {
        sentences.put(key, Sentence.parse(conversion.apply(entry.text()), language));
      }
    }
    return sentences;
  }

  /**
   * A sentence that takes no arguments.
   *
   * @throws IllegalArgumentException if the sentence takes arguments
   */
  public LocalizedText text(MessageKey key, Locale locale) {
    return text(key, locale, Map.of());
  }

  /**
   * A sentence in a language, or in English if the language lacks it.
   *
   * @param locale one of the languages the messages were loaded for
   * @param arguments the values of {@link MessageKey#argumentNames()}: texts or numbers
   * @throws IllegalArgumentException if an argument is missing
   */
  public LocalizedText text(MessageKey key, Locale locale, Map<String, Object> arguments) {
    if (!arguments.keySet().containsAll(key.argumentNames())) {
      var missing = new ArrayList<>(key.argumentNames());
      missing.removeAll(arguments.keySet());
      throw new IllegalArgumentException("'" + key.key() + "' lacks the arguments " + missing);
    }
    var own = sentences.getOrDefault(locale, Map.of()).get(key);
    if (own != null) {
      return new LocalizedText(own.format(arguments), locale);
    }
    var english = sentences.getOrDefault(Locale.ENGLISH, Map.of()).get(key);
    if (english == null) {
      throw new IllegalStateException("English lacks '" + key.key() + "'");
    }
    return new LocalizedText(english.format(arguments), Locale.ENGLISH);
  }

  /** Whether a language has its own text of a sentence. */
  public boolean has(MessageKey key, Locale locale) {
    return sentences.getOrDefault(locale, Map.of()).containsKey(key);
  }

  /** The sentences a language lacks, in the order of {@link MessageKey}. */
  public List<MessageKey> missing(Locale locale) {
    return List.of(MessageKey.values()).stream().filter(key -> !has(key, locale)).toList();
  }

  /** A sentence of one language, parsed once. */
  private sealed interface Sentence {

    String format(Map<String, Object> arguments);

    static Sentence parse(String pattern, Language language) {
      var text =
          switch (language.direction()) {
            case LTR -> pattern;
            case RTL -> BidiIsolation.isolateArguments(pattern);
          };
      var format = new MessageFormat(text, westernDigits(language.locale()));
      return format.getArgumentNames().isEmpty()
          ? new Constant(format.format(Map.of()))
          : new WithArguments(format, language.direction());
    }

    private static ULocale westernDigits(Locale locale) {
      return ULocale.forLocale(locale).setKeywordValue("numbers", "latn");
    }

    record Constant(String text) implements Sentence {
      @Override
      public String format(Map<String, Object> arguments) {
        return text;
      }
    }

    /** The format is never used itself, only cloned: ICU's formats are not thread-safe. */
    record WithArguments(MessageFormat format, Direction direction) implements Sentence {
      @Override
      public String format(Map<String, Object> arguments) {
        var values =
            switch (direction) {
              case RTL -> arguments;
              case LTR ->
                  arguments.entrySet().stream()
                      .collect(
                          Collectors.toMap(
                              Map.Entry::getKey,
                              entry -> BidiIsolation.isolateRightToLeft(entry.getValue())));
            };
        return format.clone().format(values);
      }
    }
  }
}
