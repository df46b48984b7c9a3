/**
 * What people ask and what Waymark answers, read from text files that people who do not program can
 * edit.
 *
 * <p>Start with {@link org.waymark.intents.catalog.IntentCatalog}, which holds everything that was
 * read, and {@link org.waymark.intents.catalog.CatalogCheck}, which says what is wrong with it.
 * This package is the only user of the YAML parser and depends on nothing else of Waymark.
 */
@NullMarked
package org.waymark.intents.catalog;

import org.jspecify.annotations.NullMarked;
