package org.waymark.localization;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Everything that can be wrong with the message files, said in sentences that name the file and the
 * line and, where a text is missing, the line to paste.
 */
final class MessageCheck {

  private static final int LARGEST_COUNT = 1000;

  private final Languages languages;
  private final TextFiles files;
  private final List<String> problems = new ArrayList<>();

  private MessageCheck(Languages languages, TextFiles files) {
    this.languages = languages;
    this.files = files;
  }

  /** All problems, grouped by language in the order of the languages; empty if all is well. */
  static List<String> problems(Languages languages, TextFiles files) {
    var check = new MessageCheck(languages, files);
    languages.written().forEach(check::language);
    return List.copyOf(check.problems);
  }

  private void language(Language language) {
    var name = Messages.fileName(language);
    var content = files.read(name);
    if (content.isEmpty()) {
      if (language.isOffered()) {
        problems.add(name + ":1: the file is missing, and " + language.tag() + " is offered");
      }
      return;
    }
    var file = MessageFile.parse(name, content.get());
    problems.addAll(file.problems());
    file.entries().forEach((key, entry) -> entry(language, name, key, entry));
    if (language.maturity() == Maturity.COMPLETE) {
      missing(language, file);
    }
    deletePhrase(file);
  }

  private void missing(Language language, MessageFile file) {
    for (var key : MessageKey.values()) {
      if (!file.entries().containsKey(key.key())) {
        problems.add(
            file.name()
                + ":1: a sentence is missing; translate and paste: "
                + key.key()
                + " = "
                + english(language, key));
      }
    }
  }

  private String english(Language language, MessageKey key) {
    if (language.locale().equals(Locale.ENGLISH)) {
      return "(" + key.description() + ")";
    }
    return languages
        .byTag("en")
        .map(Messages::fileName)
        .flatMap(name -> files.read(name).map(content -> MessageFile.parse(name, content)))
        .map(file -> file.entries().get(key.key()))
        .map(entry -> entry.text().replace("\n", "\\n"))
        .orElse("(" + key.description() + ")");
  }

  private void entry(Language language, String file, String name, MessageFile.Entry entry) {
    var where = file + ":" + entry.line() + ": '" + name + "' ";
    var key = MessageKey.ofKey(name);
    if (key.isEmpty()) {
      problems.add(where + "is not used any more; remove the line");
      return;
    }
    MessagePattern pattern;
    try {
      pattern = new MessagePattern(entry.text());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      problems.add(where + "cannot be read: " + e.getMessage());
      return;
    }
    var arguments = new TreeSet<String>();
    for (var index = 0; index < pattern.countParts(); index++) {
      var part = pattern.getPart(index);
      switch (part.getType()) {
        case ARG_NAME, ARG_NUMBER -> arguments.add(pattern.getSubstring(part));
        case ARG_START -> argument(language, where, pattern, index);
        default -> {}
      }
    }
    var expected = new TreeSet<>(key.get().argumentNames());
    if (!arguments.equals(expected)) {
      problems.add(where + "has the arguments " + arguments + " instead of " + expected);
    }
  }

  private void argument(Language language, String where, MessagePattern pattern, int start) {
    switch (pattern.getPart(start).getArgType()) {
      case NONE, SIMPLE -> {}
      case PLURAL -> plural(language, where, pattern, start);
      case CHOICE, SELECT, SELECTORDINAL ->
          problems.add(where + "uses a kind of choice other than plural; write plain text");
    }
  }

  private void plural(Language language, String where, MessagePattern pattern, int start) {
    var written = new TreeSet<String>();
    var limit = pattern.getLimitPartIndex(start);
    for (var index = start; index < limit; index++) {
      if (pattern.getPart(index).getType() == Part.Type.ARG_SELECTOR) {
        written.add(pattern.getSubstring(pattern.getPart(index)));
      }
    }
    var needed = new TreeSet<>(countCategories(language.locale()));
    needed.removeAll(written);
    if (!needed.isEmpty()) {
      problems.add(
          where
              + "lacks plural forms; add: "
              + String.join(" ", needed.stream().map(category -> category + " {# …}").toList()));
    }
    var known = PluralRules.forLocale(ULocale.forLocale(language.locale())).getKeywords();
    for (var selector : written) {
      if (!selector.startsWith("=") && !known.contains(selector)) {
        problems.add(where + "has the plural form '" + selector + "', unknown in this language");
      }
    }
  }

  /** The CLDR plural categories of the whole numbers people meet here, and {@code other}. */
  static Set<String> countCategories(Locale locale) {
    var rules = PluralRules.forLocale(ULocale.forLocale(locale));
    var categories = new TreeSet<String>();
    IntStream.rangeClosed(0, LARGEST_COUNT).forEach(count -> categories.add(rules.select(count)));
    categories.add(PluralRules.KEYWORD_OTHER);
    return categories;
  }

  private void deletePhrase(MessageFile file) {
    var phrase = file.entries().get(MessageKey.DELETE_PHRASE.key());
    if (phrase == null) {
      return;
    }
    for (var key : List.of(MessageKey.WELCOME, MessageKey.WHAT_IS_KEPT)) {
      var entry = file.entries().get(key.key());
      if (entry != null && !entry.text().contains(phrase.text())) {
        problems.add(
            file.name()
                + ":"
                + entry.line()
                + ": '"
                + key.key()
                + "' must contain the words of 'delete-phrase': "
                + phrase.text());
      }
    }
  }
}
