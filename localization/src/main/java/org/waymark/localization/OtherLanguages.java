package org.waymark.localization;

import java.util.ArrayList;
import java.util.List;

/**
 * The languages that are recognised without being served, from {@code
 * identification/other-languages.tsv}: a header, then one language a line with the columns tag,
 * English name, script and letters. The letters, {@code -} if none, are those that tell the
 * language from the others of its script where there is no sample of it.
 */
final class OtherLanguages {

  static final String FILE = "identification/other-languages.tsv";
  private static final int COLUMNS = 4;

  /** A language that is recognised. */
  record OtherLanguage(String tag, String englishName, int script, String letters) {}

  private OtherLanguages() {}

  static List<OtherLanguage> load(TextFiles files) {
    var languages = new ArrayList<OtherLanguage>();
    var problems = new ArrayList<String>();
    var lines = files.read(FILE).orElse("").lines().toList();
    for (var number = 2; number <= lines.size(); number++) {
      var cells = lines.get(number - 1).split("\t", -1);
      if (cells.length != COLUMNS) {
        problems.add(
            FILE
                + ":"
                + number
                + ": expected "
                + COLUMNS
                + " columns separated by tabs, found "
                + cells.length);
        continue;
      }
      try {
        languages.add(
            new OtherLanguage(cells[0], cells[1], WritingSystem.ofCode(cells[2]), cells[3]));
      } catch (IllegalArgumentException e) {
        problems.add(FILE + ":" + number + ": " + e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new LocalizationInvalidException(problems);
    }
    return List.copyOf(languages);
  }
}
