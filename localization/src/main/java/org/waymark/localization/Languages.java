package org.waymark.localization;

import com.ibm.icu.util.ULocale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The languages the bot knows, in the order in which they are offered to people.
 *
 * <p>They are read from {@code languages.tsv}: a header, then one language a line with the columns
 * tag, English name, endonym, script, direction, tier, maturity and review, and for a language
 * whose texts are another's in another script the tag of that one. Immutable.
 */
public final class Languages {

  static final String FILE = "languages.tsv";
  private static final int COLUMNS = 8;
  private static final int CONVERTED_FROM = 8;

  private final List<Language> all;
  private final Map<String, Language> byPrimaryLanguage;

  private Languages(List<Language> all) {
    this.all = List.copyOf(all);
    var index = new LinkedHashMap<String, Language>();
    for (var language : all) {
      index.putIfAbsent(primaryLanguage(language.locale()), language);
    }
    this.byPrimaryLanguage = Map.copyOf(index);
  }

  /**
   * The languages this module ships.
   *
   * @throws LocalizationInvalidException if the module's list is broken
   */
  public static Languages load() {
    return load(TextFiles.ofModule());
  }

  /**
   * The languages listed in {@code languages.tsv} of a directory.
   *
   * @throws LocalizationInvalidException if the list is missing or broken; all problems are named
   */
  public static Languages load(Path directory) {
    return load(new TextFiles.InDirectory(directory));
  }

  static Languages load(TextFiles files) {
    var text = files.read(FILE);
    if (text.isEmpty()) {
      throw new LocalizationInvalidException(List.of(FILE + ": the file is missing"));
    }
    var problems = new ArrayList<String>();
    var languages = new LinkedHashMap<Locale, Language>();
    var lines = text.get().lines().toList();
    for (var number = 2; number <= lines.size(); number++) {
      var line = lines.get(number - 1);
      if (line.isBlank()) {
        continue;
      }
      try {
        var language = parse(line);
        if (languages.putIfAbsent(language.locale(), language) != null) {
          throw new IllegalArgumentException(language.tag() + " is listed twice");
        }
      } catch (IllegalArgumentException | IllformedLocaleException e) {
        problems.add(FILE + ":" + number + ": " + e.getMessage());
      }
    }
    for (var language : languages.values()) {
      if (language.convertedFrom() != null && !languages.containsKey(language.convertedFrom())) {
        problems.add(
            FILE + ":1: " + language.tag() + " is converted from a language that is not listed");
      }
    }
    if (!languages.containsKey(Locale.ENGLISH)) {
      problems.add(FILE + ":1: English (en) is missing; the other languages are written from it");
    }
    if (!problems.isEmpty()) {
      throw new LocalizationInvalidException(problems);
    }
    return new Languages(List.copyOf(languages.sequencedValues()));
  }

  private static Language parse(String line) {
    var cells = line.split("\t", -1);
    if (cells.length != COLUMNS && cells.length != CONVERTED_FROM + 1) {
      throw new IllegalArgumentException(
          "expected " + COLUMNS + " columns separated by tabs, found " + cells.length);
    }
    return new Language(
        new Locale.Builder().setLanguageTag(cells[0]).build(),
        cells[1],
        cells[2],
        cells[3],
        Direction.valueOf(cells[4].toUpperCase(Locale.ROOT)),
        Integer.parseInt(cells[5]),
        Maturity.valueOf(cells[6].toUpperCase(Locale.ROOT)),
        Review.valueOf(cells[7].toUpperCase(Locale.ROOT)),
        cells.length == COLUMNS || cells[CONVERTED_FROM].isEmpty()
            ? null
            : new Locale.Builder().setLanguageTag(cells[CONVERTED_FROM]).build());
  }

  /** Every language, drafts included. */
  public List<Language> all() {
    return all;
  }

  /** The languages with texts of their own, drafts included. */
  public List<Language> written() {
    return all.stream().filter(language -> language.convertedFrom() == null).toList();
  }

  /** The languages people may choose: all that are not drafts. */
  public List<Language> offered() {
    return all.stream().filter(Language::isOffered).toList();
  }

  /** The language a tag means, as {@link #byTag} reads it, if people may choose it. */
  public Optional<Language> offered(String tag) {
    return byTag(tag).filter(Language::isOffered);
  }

  /**
   * The language a BCP 47 tag means, drafts included. Regions and older or newer names of the same
   * language are understood: {@code pt-BR} finds {@code pt}, {@code fil} finds {@code tl}, {@code
   * zh-TW} finds {@code zh-Hant}. Empty for another language and for a tag that is not well-formed.
   */
  public Optional<Language> byTag(String tag) {
    try {
      return find(new Locale.Builder().setLanguageTag(tag.strip().replace('_', '-')).build());
    } catch (IllformedLocaleException _) {
      return Optional.empty();
    }
  }

  /**
   * The language of a locale, drafts included; regions count as in {@link #byTag}.
   *
   * @throws UnknownLanguageException if the locale stands for none of the languages
   */
  public Language of(Locale locale) {
    return find(locale).orElseThrow(() -> new UnknownLanguageException(locale));
  }

  private Optional<Language> find(Locale locale) {
    for (var language : all) {
      if (language.locale().equals(locale)) {
        return Optional.of(language);
      }
    }
    var likely = ULocale.addLikelySubtags(ULocale.forLocale(locale));
    for (var language : all) {
      if (language.convertedFrom() != null
          && language.locale().getLanguage().equals(likely.getLanguage())
          && language.script().equals(likely.getScript())) {
        return Optional.of(language);
      }
    }
    return Optional.ofNullable(byPrimaryLanguage.get(primaryLanguage(locale)));
  }

  /** The language subtag in its present form, so that {@code tl} and {@code fil} agree. */
  private static String primaryLanguage(Locale locale) {
    return ULocale.createCanonical(locale.toLanguageTag()).getLanguage();
  }
}
