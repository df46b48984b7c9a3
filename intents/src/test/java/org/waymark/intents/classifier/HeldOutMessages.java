package org.waymark.intents.classifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.waymark.intents.catalog.Intent;

/**
 * Messages that were written from invented people's lives, without the list of intents in sight,
 * and labelled afterwards. They stand in no catalog file and nothing is chosen by them.
 */
final class HeldOutMessages {

  static final Path FOLDER = Path.of("src/test/resources/held-out");

  private HeldOutMessages() {}

  /**
   * A message.
   *
   * @param labels the intents a good adviser would accept as its answer, the best first
   */
  record Message(List<String> labels, String text) {

    boolean isOutOfScope() {
      return labels.getFirst().equals(Intent.OUT_OF_SCOPE);
    }

    boolean isEmergency() {
      return labels.getFirst().equals(Intent.EMERGENCY);
    }
  }

  /** The languages that have such messages. */
  static List<Locale> languages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".tsv") && !name.equals("floors.tsv"))
          .map(name -> Locale.of(name.substring(0, name.length() - 4)))
          .sorted((a, b) -> a.toLanguageTag().compareTo(b.toLanguageTag()))
          .toList();
    }
  }

  /** The messages of a language. */
  static List<Message> of(Locale language) throws IOException {
    List<Message> messages = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve(language.toLanguageTag() + ".tsv"))) {
      String[] cells = line.split("\t", 2);
      messages.add(new Message(List.of(cells[0].split(",")), cells[1]));
    }
    return messages;
  }
}
