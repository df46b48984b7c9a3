package org.waymark.intents.catalog;

import java.util.List;
import org.waymark.intents.catalog.Utterances.Line;

/**
 * The words that mean danger in one language.
 *
 * @param phrases short word sequences; a message that contains one is an emergency
 * @param nearMisses whole messages or word sequences that contain such words and are none
 */
public record EmergencyPhrases(List<Line> phrases, List<Line> nearMisses) {}
