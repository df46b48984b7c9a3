package org.waymark.intents.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the build makes of one language's utterances: the classifier, the thresholds that fit it,
 * and the messages that are recognised word for word.
 */
record LanguageModel(
    MaxentModel classifier, ConfidencePolicy policy, Map<String, String> exactMatches) {

  /** The intent of a message that stands in the catalog word for word. */
  Optional<String> exactMatch(String text) {
    return Optional.ofNullable(exactMatches.get(Words.key(text)));
  }

  void write(DataOutputStream out) throws IOException {
    classifier.write(out);
    policy.write(out);
    Map<String, String> sorted = new TreeMap<>(exactMatches);
    out.writeInt(sorted.size());
    for (Map.Entry<String, String> match : sorted.entrySet()) {
      out.writeUTF(match.getKey());
      out.writeShort(classifier.labels().indexOf(match.getValue()));
    }
  }

  static LanguageModel read(DataInputStream in) throws IOException {
    MaxentModel classifier = MaxentModel.read(in);
    ConfidencePolicy policy = ConfidencePolicy.read(in);
    int count = in.readInt();
    Map<String, String> matches = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      matches.put(in.readUTF(), classifier.labels().get(in.readShort()));
    }
    return new LanguageModel(classifier, policy, matches);
  }
}
