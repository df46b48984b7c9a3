package org.waymark.intents.catalog;

import java.util.List;

/**
 * A word of the answers that needs care, as one language's community says it.
 *
 * @param key the term's key, the same in every language
 * @param term the word to use, with the English one in brackets where people meet it
 * @param note what it means, in plain words
 * @param avoid words that mean something else or that nobody says; no answer may use them
 * @param onForms English words that people meet on forms and doors: where the English answer uses
 *     them, an answer in another language shows them too; only given in English
 * @param line where the term stands in its file, counted from 1
 */
record GlossaryTerm(
    String key, String term, String note, List<String> avoid, List<String> onForms, int line) {}
