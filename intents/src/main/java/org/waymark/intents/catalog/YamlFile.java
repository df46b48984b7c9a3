package org.waymark.intents.catalog;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One catalog file, read value by value with the line of each, so that every problem can be
 * reported where it stands. Reading never stops at a problem: it is noted and an empty value taken.
 */
final class YamlFile {

  private final String path;
  private final List<Problem> problems;

  private YamlFile(String path, List<Problem> problems) {
    this.path = path;
    this.problems = problems;
  }

  /** A value that stands at a line. */
  record Text(String value, int line) {}

  /** Reads a file's top level, which must be a mapping. An unreadable file gives an empty one. */
  static Section read(CatalogFiles files, String path, List<Problem> problems) {
    YamlFile file = new YamlFile(path, problems);
    Section empty = file.new Section("the file", 1, Map.of());
    byte[] bytes = files.bytes(path);
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      problems.add(Problem.error(path, 1, "The file is not UTF-8; save it again as UTF-8."));
      return empty;
    }
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(path)
              .setCodePointLimit(16_000_000)
              .setAllowDuplicateKeys(true)
              .build();
      Optional<Node> root =
          new Compose(settings).composeInputStream(new ByteArrayInputStream(bytes));
      if (root.isEmpty()) {
        problems.add(Problem.error(path, 1, "The file is empty; fill it in or delete it."));
        return empty;
      }
      return file.section("the file", root.get());
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(
          Problem.error(
              path,
              line,
              "This is not valid YAML ("
                  + e.getProblem()
                  + "); check the indentation, and put text that contains ': ' or '#' in quotes."));
      return empty;
    } catch (YamlEngineException e) {
      problems.add(Problem.error(path, 1, "This is not valid YAML (" + e.getMessage() + ")."));
      return empty;
    }
  }

  private void error(int line, String message) {
    problems.add(Problem.error(path, line, message));
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private Section section(String name, Node node) {
    Map<String, Node> values = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          error(line(tuple.getKeyNode()), "A key must be a single word.");
        } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
          error(
              line(key), "'" + key.getValue() + "' stands twice; remove or merge one of the two.");
        }
      }
    } else {
      error(line(node), "A block of 'key: value' lines is expected for " + name + ".");
    }
    return new Section(name, line(node), values);
  }

  /** A mapping in the file. */
  final class Section {
    private final String name;
    private final int line;
    private final Map<String, Node> values;

    private Section(String name, int line, Map<String, Node> values) {
      this.name = name;
      this.line = line;
      this.values = values;
    }

    int line() {
      return line;
    }

    String file() {
      return path;
    }

    Set<String> keys() {
      return values.keySet();
    }

    boolean has(String key) {
      return values.containsKey(key);
    }

    int lineOf(String key) {
      Node node = values.get(key);
      return node == null ? line : YamlFile.line(node);
    }

    void error(int at, String message) {
      YamlFile.this.error(at, message);
    }

    /** Reports every key that is not among the known ones, a misspelt one for example. */
    void expectOnly(String... known) {
      Set<String> allowed = Set.of(known);
      for (Map.Entry<String, Node> entry : values.entrySet()) {
        if (!allowed.contains(entry.getKey())) {
          YamlFile.this.error(
              YamlFile.line(entry.getValue()),
              "'"
                  + entry.getKey()
                  + "' is not known in "
                  + name
                  + "; use one of "
                  + String.join(", ", known)
                  + ".");
        }
      }
    }

    Section section(String key) {
      Node node = values.get(key);
      return node == null
          ? new Section("'" + key + "'", line, Map.of())
          : YamlFile.this.section("'" + key + "'", node);
    }

    /** A required text. */
    Text text(String key) {
      Node node = values.get(key);
      if (node == null) {
        YamlFile.this.error(line, "'" + key + "' is missing in " + name + "; add it.");
        return new Text("", line);
      }
      return scalar(key, node);
    }

    @Nullable String optionalText(String key) {
      Node node = values.get(key);
      return node == null ? null : scalar(key, node).value();
    }

    /** A list of texts; an absent one is empty. */
    List<Text> texts(String key) {
      Node node = values.get(key);
      if (node == null) {
        return List.of();
      }
      if (!(node instanceof SequenceNode sequence)) {
        YamlFile.this.error(
            YamlFile.line(node), "'" + key + "' must be a list; start each line with '- '.");
        return List.of();
      }
      List<Text> texts = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        Text text = scalar(key, item);
        if (!text.value().isBlank()) {
          texts.add(text);
        }
      }
      return texts;
    }

    /** A list of mappings; an absent one is empty. */
    List<Section> sections(String key) {
      Node node = values.get(key);
      if (node == null) {
        return List.of();
      }
      if (!(node instanceof SequenceNode sequence)) {
        YamlFile.this.error(
            YamlFile.line(node), "'" + key + "' must be a list; start each entry with '- '.");
        return List.of();
      }
      return sequence.getValue().stream()
          .map(item -> YamlFile.this.section("'" + key + "'", item))
          .toList();
    }

    int number(String key, int otherwise) {
      if (!has(key)) {
        return otherwise;
      }
      Text text = text(key);
      try {
        return Integer.parseInt(text.value());
      } catch (NumberFormatException e) {
        YamlFile.this.error(
            text.line(), "'" + key + "' must be a whole number, not '" + text.value() + "'.");
        return otherwise;
      }
    }

    /** A required word out of an enum, written in lower case. */
    <E extends Enum<E>> E choice(String key, Class<E> type) {
      Text text = text(key);
      for (E constant : type.getEnumConstants()) {
        if (constant.name().toLowerCase(Locale.ROOT).equals(text.value())) {
          return constant;
        }
      }
      if (!text.value().isEmpty()) {
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
          known.add(constant.name().toLowerCase(Locale.ROOT));
        }
        YamlFile.this.error(
            text.line(),
            "'"
                + text.value()
                + "' is not known for '"
                + key
                + "'; use one of "
                + String.join(", ", known)
                + ".");
      }
      return type.getEnumConstants()[0];
    }

    private Text scalar(String key, Node node) {
      if (node instanceof ScalarNode scalar) {
        return new Text(scalar.getValue().strip(), YamlFile.line(node));
      }
      YamlFile.this.error(
          YamlFile.line(node),
          "'" + key + "' must be plain text; put it in quotes if it contains ': '.");
      return new Text("", YamlFile.line(node));
    }
  }
}
