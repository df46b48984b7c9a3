package org.waymark.localization;

import java.util.Locale;

/**
 * A text together with the language it really is in, which is not always the one asked for.
 *
 * @param text the text, ready to show; paragraphs are separated by an empty line
 * @param locale the language of the text
 */
public record LocalizedText(String text, Locale locale) {}
