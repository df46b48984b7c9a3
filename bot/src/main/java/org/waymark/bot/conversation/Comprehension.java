package org.waymark.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.waymark.bot.guidance.Guidance;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.classifier.IntentRecognizer;
import org.waymark.intents.classifier.Understanding;
import org.waymark.localization.IdentifiedLanguage;
import org.waymark.localization.Language;
import org.waymark.localization.LanguageEvidence;
import org.waymark.localization.LanguageIdentifier;
import org.waymark.localization.Languages;

/**
 * Works out which language a message is in and what it asks in that language. Immutable; safe for
 * use by several threads.
 */
@Component
public class Comprehension {

  private final LanguageIdentifier identifier;
  private final Supplier<IntentRecognizer> recognizer;
  private final Set<Locale> offered;

  @Autowired
  Comprehension(LanguageIdentifier identifier, Guidance guidance, Languages languages) {
    this(identifier, guidance::recognizer, languages);
  }

  /**
   * Makes a comprehension.
   *
   * @param recognizer gives the recognizer that holds now
   * @param languages the languages; only those that are offered are understood
   */
  public Comprehension(
      LanguageIdentifier identifier, Supplier<IntentRecognizer> recognizer, Languages languages) {
    this.identifier = identifier;
    this.recognizer = recognizer;
    this.offered =
        languages.offered().stream().map(Language::locale).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What a message came to.
   *
   * @param language the language it is in
   * @param understanding what it asks; in a language that is not served, danger at most
   */
  public record Comprehended(IdentifiedLanguage language, Understanding understanding) {}

  /** Comprehends a message, given what is known about its writer's language. */
  public Comprehended comprehend(String text, LanguageEvidence evidence) {
    IdentifiedLanguage identified = identifier.identify(text, evidence);
    return new Comprehended(identified, understand(text, identified, evidence));
  }

  /** What a message asks in a language that is known from elsewhere. */
  Understanding understand(String text, Locale language) {
    return recognizer.get().understand(text, language);
  }

  private Understanding understand(
      String text, IdentifiedLanguage identified, LanguageEvidence evidence) {
    return switch (identified) {
      case IdentifiedLanguage.Certain(Locale language) ->
          offered.contains(language) ? certainly(text, language) : dangerOnly(text);
      case IdentifiedLanguage.Ambiguous(List<Locale> candidates) ->
          presumably(text, likeliest(candidates, evidence));
      case IdentifiedLanguage.Unsupported _ -> dangerOnly(text);
      case IdentifiedLanguage.Undetermined _ -> presumably(text, likeliest(List.of(), evidence));
    };
  }

  /** People who write another language put questions in English words, too. */
  private Understanding certainly(String text, Locale language) {
    Understanding understood = recognizer.get().understand(text, language);
    return understood instanceof Understanding.NotUnderstood
            && !language.equals(IntentCatalog.SOURCE_LANGUAGE)
            && text.chars().allMatch(c -> c < 128)
            && recognizer.get().understand(text, IntentCatalog.SOURCE_LANGUAGE)
                instanceof Understanding.Matched inEnglish
        ? inEnglish
        : understood;
  }

  /** Danger counts in whatever language it is told. */
  private Understanding presumably(String text, Locale language) {
    Understanding understood = certainly(text, language);
    return understood instanceof Understanding.NotUnderstood
        ? danger(text, understood).orElse(understood)
        : understood;
  }

  private Understanding dangerOnly(String text) {
    Understanding nothing = recognizer.get().understand("", IntentCatalog.SOURCE_LANGUAGE);
    return danger(text, nothing).orElse(nothing);
  }

  private Optional<Understanding> danger(String text, Understanding otherwise) {
    return recognizer
        .get()
        .screen(text, null)
        .map(cue -> new Understanding.Emergency(cue, List.of(), otherwise.classification()));
  }

  private Locale likeliest(List<Locale> candidates, LanguageEvidence evidence) {
    List<Locale> inOrder = new ArrayList<>();
    if (evidence.stored() != null) {
      inOrder.add(evidence.stored());
    }
    inOrder.addAll(candidates);
    if (evidence.hint() != null) {
      inOrder.add(evidence.hint());
    }
    return inOrder.stream()
        .filter(offered::contains)
        .findFirst()
        .orElse(IntentCatalog.SOURCE_LANGUAGE);
  }
}
