package org.waymark.intents.catalog;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is said about an intent in one language. Texts use four marks only: a blank line between
 * paragraphs, {@code - } before a list item, {@code **bold**} and {@code [label](link-id)}; {@link
 * MarkedText} reads them.
 *
 * @param intent the id of the intent
 * @param language the language the texts are really written in
 * @param title the intent's name as people see it on buttons, at most 40 characters
 * @param text two to five short sentences
 * @param steps what to do, in order, imperative; empty for turns of the conversation itself
 * @param bring what to take along to the school or office; empty where nothing is needed
 * @param caution what may differ or change, with its date; null where nothing does
 */
public record Answer(
    String intent,
    Locale language,
    String title,
    String text,
    List<String> steps,
    List<String> bring,
    @Nullable String caution) {}
