package org.waymark.localization;

import java.nio.file.Path;

/**
 * Says which language a message is written in.
 *
 * <p>Links, addresses, numbers, emoji and English loan words are left out of consideration.
 * Implementations are safe to use from many threads and never fail, whatever the text.
 */
public interface LanguageIdentifier {

  /** The language of a text about whose writer nothing is known. */
  default IdentifiedLanguage identify(String text) {
    return identify(text, LanguageEvidence.none());
  }

  /**
   * The language of a text, given what is known about its writer.
   *
   * <p>A stored language holds: only a text of at least three telling words that is certainly in
   * another language overrules it. A hint decides between languages that are about equally likely.
   */
  IdentifiedLanguage identify(String text, LanguageEvidence evidence);

  /**
   * Loads what is otherwise loaded by the first texts, so that they are answered without delay. May
   * take seconds; calling it again does nothing.
   */
  void warmUp();

  /**
   * An identifier of the languages this module ships, and of others to the extent that a person can
   * be told that they are not served.
   *
   * @throws LocalizationInvalidException if the module's files are broken
   */
  static LanguageIdentifier standard() {
    return EvidenceLanguageIdentifier.load(Languages.load());
  }

  /**
   * An identifier of the languages given, which also knows the sample lines in files {@code
   * identification/<tag>.txt} of a directory.
   *
   * @throws LocalizationInvalidException if the module's files are broken
   */
  static LanguageIdentifier load(Languages languages, Path directory) {
    return EvidenceLanguageIdentifier.load(languages, directory);
  }
}
