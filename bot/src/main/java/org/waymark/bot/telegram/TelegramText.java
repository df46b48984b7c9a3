package org.waymark.bot.telegram;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.waymark.bot.channel.RichText;
import org.waymark.bot.channel.RichText.Block;
import org.waymark.bot.channel.RichText.Span;

/**
 * A text as Telegram takes it: plain characters, with bold words and links marked by position. No
 * parse mode is used, so no character of a text can be taken for a mark.
 *
 * @param text at most {@link #LONGEST} UTF-16 units
 * @param entities the marks, with offsets in UTF-16 units
 */
record TelegramText(String text, List<MessageEntity> entities) {

  /** The most UTF-16 units Telegram takes in one message. */
  static final int LONGEST = 4096;

  private record Mark(int start, int end, boolean bold, String url) {}

  /** The messages that a text is sent as, in order; their texts add up to the whole text. */
  static List<TelegramText> of(RichText rich) {
    StringBuilder text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    for (Block block : rich.blocks()) {
      if (!text.isEmpty()) {
        text.append("\n\n");
      }
      switch (block) {
        case Block.Heading(String heading) -> append(text, marks, new Span(heading, true, ""));
        case Block.Paragraph(List<Span> spans) -> spans.forEach(span -> append(text, marks, span));
        case Block.Items(boolean numbered, List<List<Span>> items) -> {
          for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(numbered ? (i + 1) + ". " : "• ");
            items.get(i).forEach(span -> append(text, marks, span));
          }
        }
      }
    }
    return split(text.toString(), marks);
  }

  private static void append(StringBuilder text, List<Mark> marks, Span span) {
    int start = text.length();
    text.append(span.text());
    if (span.bold() || !span.url().isEmpty()) {
      marks.add(new Mark(start, text.length(), span.bold(), span.url()));
    }
  }

  private static List<TelegramText> split(String text, List<Mark> marks) {
    List<TelegramText> parts = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end =
          text.length() - start <= LONGEST
              ? text.length()
              : breakBefore(text, start, start + LONGEST);
      parts.add(new TelegramText(text.substring(start, end), entities(marks, start, end)));
      start = end;
    }
    return parts;
  }

  /**
   * The best place to break: after a blank line, a line, a sentence or a word; never inside a
   * character.
   */
  private static int breakBefore(String text, int start, int limit) {
    for (String gap : new String[] {"\n\n", "\n", ". ", " "}) {
      int at = text.lastIndexOf(gap, limit - gap.length());
      if (at > start + LONGEST / 2) {
        return at + gap.length();
      }
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int boundary = characters.isBoundary(limit) ? limit : characters.preceding(limit);
    if (boundary > start) {
      return boundary;
    }
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }

  private static List<MessageEntity> entities(List<Mark> marks, int start, int end) {
    List<MessageEntity> entities = new ArrayList<>();
    for (Mark mark : marks) {
      int from = Math.max(mark.start(), start);
      int to = Math.min(mark.end(), end);
      if (from < to) {
        if (mark.bold()) {
          entities.add(
              MessageEntity.builder().type("bold").offset(from - start).length(to - from).build());
        }
        if (!mark.url().isEmpty()) {
          entities.add(
              MessageEntity.builder()
                  .type("text_link")
                  .url(mark.url())
                  .offset(from - start)
                  .length(to - from)
                  .build());
        }
      }
    }
    return entities;
  }
}
