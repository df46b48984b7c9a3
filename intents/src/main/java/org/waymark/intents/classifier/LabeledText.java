package org.waymark.intents.classifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A message and the intent it belongs to.
 *
 * @param label the intent's id
 * @param text the message
 */
public record LabeledText(String label, String text) {

  /**
   * Reads a file of {@code label<TAB>text} lines in UTF-8.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if a line has no tab; the message names the line
   */
  public static List<LabeledText> read(Path file) throws IOException {
    List<LabeledText> lines = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      int tab = line.indexOf('\t');
      if (tab <= 0) {
        throw new IllegalArgumentException(
            file
                + ":"
                + number
                + ": expected label<TAB>text; put a tab between the label and the text.");
      }
      lines.add(new LabeledText(line.substring(0, tab), line.substring(tab + 1)));
    }
    return lines;
  }
}
