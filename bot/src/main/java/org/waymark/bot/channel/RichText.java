package org.waymark.bot.channel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * A formatted text that every channel can render in its own way.
 *
 * @param blocks headings, paragraphs and lists, in order
 */
public record RichText(List<Block> blocks) {

  /** A block of a text. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Items.class, name = "items")
  })
  public sealed interface Block {
    /** A short line above what follows. */
    record Heading(String text) implements Block {}

    /** Sentences that belong together. */
    record Paragraph(List<Span> spans) implements Block {}

    /** A list, numbered or with bullets. */
    record Items(boolean numbered, List<List<Span>> items) implements Block {}
  }

  /**
   * A run of words.
   *
   * @param text the words
   * @param bold whether they are important
   * @param url the page they lead to; empty if none
   */
  public record Span(String text, boolean bold, String url) {
    /** Words without any mark. */
    public static Span plain(String text) {
      return new Span(text, false, "");
    }
  }

  /** One paragraph without marks for each text. */
  public static RichText plain(String... paragraphs) {
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : paragraphs) {
      blocks.add(new Block.Paragraph(List.of(Span.plain(paragraph))));
    }
    return new RichText(blocks);
  }

  /** This text followed by another. */
  public RichText then(RichText other) {
    List<Block> all = new ArrayList<>(blocks);
    all.addAll(other.blocks);
    return new RichText(all);
  }

  /** The words alone, blocks separated by blank lines. */
  public String plainText() {
    List<String> texts = new ArrayList<>();
    for (Block block : blocks) {
      switch (block) {
        case Block.Heading(String text) -> texts.add(text);
        case Block.Paragraph(List<Span> spans) -> texts.add(words(spans));
        case Block.Items(boolean numbered, List<List<Span>> items) -> {
          List<String> lines = new ArrayList<>();
          for (int i = 0; i < items.size(); i++) {
            lines.add((numbered ? (i + 1) + ". " : "• ") + words(items.get(i)));
          }
          texts.add(String.join("\n", lines));
        }
      }
    }
    return String.join("\n\n", texts);
  }

  private static String words(List<Span> spans) {
    StringBuilder out = new StringBuilder();
    spans.forEach(span -> out.append(span.text()));
    return out.toString();
  }
}
