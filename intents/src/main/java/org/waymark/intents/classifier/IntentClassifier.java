package org.waymark.intents.classifier;

/**
 * Ranks the intents for a message of one language. Implementations are safe for several threads.
 */
public interface IntentClassifier {

  /** Ranks all intents for a message. A message without any known word gets an even ranking. */
  Classification classify(String text);
}
