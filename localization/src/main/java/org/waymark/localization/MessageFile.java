package org.waymark.localization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A properties file as written: keys in order, with the line each stands on.
 *
 * <p>The format is the one of {@code java.util.Properties} with less of it: {@code key = text}, a
 * backslash at the end continues the text on the next line, {@code \n} is a line break, lines that
 * begin with {@code #} are comments. Other backslashes are not needed and are refused.
 *
 * @param name the file's name, for messages to people
 * @param entries the texts by key
 * @param problems what could not be read, one sentence each, starting with {@code file:line}
 */
record MessageFile(String name, Map<String, Entry> entries, List<String> problems) {

  /** A text and the line its key stands on, counted from 1. */
  record Entry(String text, int line) {}

  static MessageFile parse(String name, String content) {
    var entries = new LinkedHashMap<String, Entry>();
    var problems = new ArrayList<String>();
    var lines = content.lines().toList();
    var number = 0;
    while (number < lines.size()) {
      var first = ++number;
      var logical = new StringBuilder(lines.get(first - 1).strip());
      if (logical.isEmpty() || logical.charAt(0) == '#') {
        continue;
      }
      while (logical.charAt(logical.length() - 1) == '\\' && number < lines.size()) {
        logical.setLength(logical.length() - 1);
        logical.append(lines.get(number++).strip());
      }
      var where = name + ":" + first + ": ";
      var equals = logical.indexOf("=");
      if (equals < 0) {
        problems.add(where + "there is no '=' between a key and its text");
        continue;
      }
      var key = logical.substring(0, equals).strip();
      var text = logical.substring(equals + 1).strip().replace("\\n", "\n");
      if (text.indexOf('\\') >= 0) {
        problems.add(where + "'" + key + "' has a backslash that is neither \\n nor at the end");
      } else if (text.isBlank()) {
        problems.add(where + "'" + key + "' has no text; remove the line or write the text");
      } else if (entries.containsKey(key)) {
        problems.add(
            where + "'" + key + "' stands here again; first in line " + entries.get(key).line());
      } else {
        entries.put(key, new Entry(text, first));
      }
    }
    return new MessageFile(name, Map.copyOf(entries), List.copyOf(problems));
  }
}
