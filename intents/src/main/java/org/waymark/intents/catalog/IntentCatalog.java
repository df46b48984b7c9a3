package org.waymark.intents.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that people ask and what is answered: intents, and for each language answers,
 * utterances, emergency phrases and staff phrases. Immutable; safe for use by several threads.
 */
public final class IntentCatalog {

  /** The language the catalog is written in first, and that every text exists in. */
  public static final Locale SOURCE_LANGUAGE = Locale.ENGLISH;

  private final Map<String, Intent> intents;
  private final Map<Locale, LanguageContent> languages;
  private final @Nullable School school;
  private final Set<Locale> retrained;

  IntentCatalog(
      Map<String, Intent> intents,
      Map<Locale, LanguageContent> languages,
      @Nullable School school,
      Set<Locale> retrained) {
    this.intents = intents;
    this.languages = languages;
    this.school = school;
    this.retrained = retrained;
  }

  /** What one language's folder holds. */
  record LanguageContent(
      LanguageProfile profile,
      Map<String, Answer> answers,
      Map<String, Utterances> utterances,
      EmergencyPhrases emergency,
      Map<String, StaffPhrase> phrases,
      Map<String, GlossaryTerm> glossary) {}

  /**
   * Reads a catalog completely.
   *
   * @throws CatalogInvalidException if a file cannot be understood; it lists every such place
   */
  public static IntentCatalog load(CatalogFiles files) {
    return load(files, CatalogReader.Scope.EVERYTHING);
  }

  /**
   * Reads what answering needs and leaves the utterances out, which are only needed for training.
   *
   * @throws CatalogInvalidException if a file cannot be understood; it lists every such place
   */
  public static IntentCatalog loadAnswers(CatalogFiles files) {
    return load(files, CatalogReader.Scope.WITHOUT_UTTERANCES);
  }

  private static IntentCatalog load(CatalogFiles files, CatalogReader.Scope scope) {
    List<Problem> problems = new ArrayList<>();
    IntentCatalog catalog = new CatalogReader(files, problems).read(scope);
    List<Problem> errors =
        problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new CatalogInvalidException(files.name(), errors);
    }
    return catalog;
  }

  /** All intents, in the order of their topics' files. */
  public Collection<Intent> intents() {
    return intents.values();
  }

  /** The intent of an id. */
  public Optional<Intent> find(String id) {
    return Optional.ofNullable(intents.get(id));
  }

  /**
   * The intent of an id that is known to exist.
   *
   * @throws IllegalArgumentException if it does not
   */
  public Intent intent(String id) {
    Intent intent = intents.get(id);
    if (intent == null) {
      throw new IllegalArgumentException("The catalog has no intent '" + id + "'.");
    }
    return intent;
  }

  /** The languages that have a folder. */
  public Set<Locale> languages() {
    return languages.keySet();
  }

  /** The languages with texts of their own: all but those converted from another's script. */
  public Set<Locale> writtenLanguages() {
    Set<Locale> written = new LinkedHashSet<>(languages.keySet());
    written.removeIf(language -> content(language).profile().convertedFrom() != null);
    return written;
  }

  /** The language whose utterances and phrases count for a language: itself, or its source. */
  public Locale writtenLanguage(Locale language) {
    LanguageContent content = languages.get(language);
    Locale from = content == null ? null : content.profile().convertedFrom();
    return from == null ? language : from;
  }

  /** The school, if the catalog was read with an overlay that describes it. */
  public Optional<School> school() {
    return Optional.ofNullable(school);
  }

  /** The languages to which an overlay adds utterances, so that their models must be trained. */
  public Set<Locale> languagesToTrain() {
    return Set.copyOf(retrained);
  }

  /** What a language's folder says of itself. */
  public LanguageProfile profile(Locale language) {
    return content(language).profile();
  }

  /**
   * The answer for an intent in a language, or in {@link #SOURCE_LANGUAGE} where that language has
   * none; {@link Answer#language()} tells which it is.
   *
   * @throws IllegalArgumentException if the intent has no answer at all, as out-of-scope has none
   */
  public Answer answer(String intent, Locale language) {
    LanguageContent content = languages.get(language);
    Answer answer = content == null ? null : content.answers().get(intent);
    if (answer == null) {
      answer = content(SOURCE_LANGUAGE).answers().get(intent);
    }
    if (answer == null) {
      throw new IllegalArgumentException("The intent '" + intent + "' has no answer.");
    }
    return answer;
  }

  /** The answers written in a language itself, by intent. */
  public Map<String, Answer> answers(Locale language) {
    return content(language).answers();
  }

  /** How people ask in a language, by intent; empty if the catalog was read without utterances. */
  public Map<String, Utterances> utterances(Locale language) {
    return content(language).utterances();
  }

  /** The words that mean danger in a language. */
  public EmergencyPhrases emergency(Locale language) {
    return content(language).emergency();
  }

  /** The reviewed sentences staff can send in a language, by key. */
  public Map<String, StaffPhrase> phrases(Locale language) {
    return content(language).phrases();
  }

  /** The words of the answers that need care in a language, by key. */
  Map<String, GlossaryTerm> glossary(Locale language) {
    return content(language).glossary();
  }

  private LanguageContent content(Locale language) {
    LanguageContent content = languages.get(language);
    if (content == null) {
      throw new IllegalArgumentException(
          "The catalog has no language '" + language.toLanguageTag() + "'.");
    }
    return content;
  }
}
