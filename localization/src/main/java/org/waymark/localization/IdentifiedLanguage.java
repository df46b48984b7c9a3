package org.waymark.localization;

import java.util.List;
import java.util.Locale;

/**
 * What is known about the language of a text.
 *
 * <p>Locales are those of {@link Languages#all()}, drafts included: whether a language is offered
 * is for the caller to ask.
 */
public sealed interface IdentifiedLanguage {

  /**
   * The text is in one of our languages, or says nothing against the one the person has chosen.
   *
   * @param language the language to answer in
   */
  record Certain(Locale language) implements IdentifiedLanguage {}

  /**
   * The text is in one of a few languages, and the person should be asked which.
   *
   * @param candidates two to four of our languages, the likeliest first
   */
  record Ambiguous(List<Locale> candidates) implements IdentifiedLanguage {
    /**
     * Copies the candidates.
     *
     * @throws IllegalArgumentException if there are fewer than two or more than four
     */
    public Ambiguous {
      candidates = List.copyOf(candidates);
      if (candidates.size() < 2 || candidates.size() > 4) {
        throw new IllegalArgumentException("Two to four candidates, not " + candidates);
      }
    }
  }

  /**
   * The text is in a language that is recognised and not among ours.
   *
   * @param tag its BCP 47 tag, such as {@code ti}
   * @param englishName its name for staff, such as {@code Tigrinya}
   */
  record Unsupported(String tag, String englishName) implements IdentifiedLanguage {}

  /** The text says nothing about its language: empty, a number, an emoji, a lone brand name. */
  record Undetermined() implements IdentifiedLanguage {}
}
