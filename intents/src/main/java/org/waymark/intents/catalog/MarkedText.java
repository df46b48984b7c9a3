package org.waymark.intents.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A catalog text with its marks read: paragraphs and lists of plain, bold and linked words. Each
 * channel renders it in its own way.
 *
 * @param blocks the paragraphs and lists, in order
 */
public record MarkedText(List<Block> blocks) {

  private static final Pattern MARK =
      Pattern.compile("\\*\\*(?<bold>[^*]+)\\*\\*|\\[(?<label>[^\\]]+)\\]\\((?<link>[^)\\s]+)\\)");

  /** A paragraph or a list. */
  public sealed interface Block {
    /** Sentences that belong together. */
    record Paragraph(List<Span> spans) implements Block {}

    /** A bullet list; each item is a line of spans. */
    record Bullets(List<List<Span>> items) implements Block {}
  }

  /** A run of words. */
  public sealed interface Span {
    /** The words themselves. */
    String text();

    /** Words without a mark. */
    record Plain(String text) implements Span {}

    /** Important words. */
    record Bold(String text) implements Span {}

    /** Words that lead to a page; {@code link} is the link's id. */
    record Linked(String text, String link) implements Span {}
  }

  /** Reads the marks of a text. Words that only look like a mark stay as they are. */
  public static MarkedText parse(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : text.strip().split("\\n\\s*\\n")) {
      List<String> lines = paragraph.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
      if (lines.isEmpty()) {
        continue;
      }
      List<String> prose = new ArrayList<>();
      List<List<Span>> items = new ArrayList<>();
      for (String line : lines) {
        if (line.startsWith("- ")) {
          items.add(spans(line.substring(2)));
        } else {
          prose.add(line);
        }
      }
      if (!prose.isEmpty()) {
        blocks.add(new Block.Paragraph(spans(String.join(" ", prose))));
      }
      if (!items.isEmpty()) {
        blocks.add(new Block.Bullets(List.copyOf(items)));
      }
    }
    return new MarkedText(List.copyOf(blocks));
  }

  /** The spans of all blocks, in order. */
  public List<Span> spans() {
    List<Span> all = new ArrayList<>();
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph(List<Span> spans) -> all.addAll(spans);
        case Block.Bullets(List<List<Span>> items) -> items.forEach(all::addAll);
      }
    }
    return all;
  }

  /** The words alone: paragraphs separated by a blank line, list items by bullets. */
  public String plain() {
    StringBuilder out = new StringBuilder();
    for (Block block : blocks) {
      if (!out.isEmpty()) {
        out.append("\n\n");
      }
      switch (block) {
        case Block.Paragraph(List<Span> spans) -> out.append(words(spans));
        case Block.Bullets(List<List<Span>> items) ->
            out.append(String.join("\n", items.stream().map(item -> "• " + words(item)).toList()));
      }
    }
    return out.toString();
  }

  private static String words(List<Span> spans) {
    StringBuilder out = new StringBuilder();
    spans.forEach(span -> out.append(span.text()));
    return out.toString();
  }

  private static List<Span> spans(String line) {
    List<Span> spans = new ArrayList<>();
    Matcher mark = MARK.matcher(line);
    int end = 0;
    while (mark.find()) {
      if (mark.start() > end) {
        spans.add(new Span.Plain(line.substring(end, mark.start())));
      }
      String bold = mark.group("bold");
      spans.add(
          bold != null
              ? new Span.Bold(bold)
              : new Span.Linked(mark.group("label"), mark.group("link")));
      end = mark.end();
    }
    if (end < line.length()) {
      spans.add(new Span.Plain(line.substring(end)));
    }
    return List.copyOf(spans);
  }
}
