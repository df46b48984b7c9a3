/**
 * Which language a text is written in, and the bot's own sentences in that language.
 *
 * <p>Start with one of three: {@link org.waymark.localization.LanguageIdentifier} says which
 * language a message is in, {@link org.waymark.localization.Languages} lists the languages the bot
 * knows, and {@link org.waymark.localization.Messages} holds everything the bot says that is not an
 * answer of the catalog.
 *
 * <p>A language is data: a line in {@code languages.tsv}, a file {@code messages_<tag>.properties},
 * and word lists and sample lines under {@code identification/}. Nothing in this package names a
 * language it serves, except English, the language the other texts are written from.
 *
 * <p>The package depends on ICU4J and the JDK, and when it is built on Lingua; it shows neither
 * library in its API. All its public types are immutable and safe to use from many threads.
 */
@NullMarked
package org.waymark.localization;

import org.jspecify.annotations.NullMarked;
