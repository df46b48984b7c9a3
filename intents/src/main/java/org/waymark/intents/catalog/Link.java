package org.waymark.intents.catalog;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * An official page.
 *
 * @param id the id that answers name it by
 * @param label its name in English
 * @param url its address
 * @param opened whether the page itself was read when the catalog was written; otherwise its
 *     address is known from another official page
 * @param languages the same page in other languages, where the official page exists
 */
public record Link(String id, String label, URI url, boolean opened, Map<Locale, URI> languages) {

  /** The page's address for a reader of a language; the general address where there is none. */
  public URI url(Locale language) {
    return languages.getOrDefault(language, url);
  }
}
