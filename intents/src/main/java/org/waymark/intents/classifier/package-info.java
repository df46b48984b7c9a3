/**
 * Decides what a message asks. Start with {@link org.waymark.intents.classifier.IntentRecognizer},
 * which turns a message into an {@link org.waymark.intents.classifier.Understanding}; {@link
 * org.waymark.intents.classifier.IntentClassifier} ranks the intents and {@link
 * org.waymark.intents.classifier.ConfidencePolicy} says when a ranking is good enough to answer.
 *
 * <p>This package is the only user of Apache OpenNLP, whose maximum-entropy trainer makes the
 * models while the project is built; nothing is trained when the application starts, except what a
 * school's overlay adds.
 */
@NullMarked
package org.waymark.intents.classifier;

import org.jspecify.annotations.NullMarked;
