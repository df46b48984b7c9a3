package org.waymark.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.bot.channel.RichText;
import org.waymark.bot.channel.RichText.Block;
import org.waymark.bot.channel.RichText.Span;

class TelegramTextTest {

  private static RichText paragraph(String text) {
    return RichText.plain(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4095, 4096, 4097, 20_000})
  void splitsLongTextsWithoutLosingACharacter(int length) {
    String text = "word ".repeat(length / 5 + 1).substring(0, length);
    List<TelegramText> parts = TelegramText.of(paragraph(text));
    assertThat(parts).allMatch(part -> part.text().length() <= TelegramText.LONGEST);
    assertThat(parts.stream().map(TelegramText::text).collect(Collectors.joining()))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"👩‍👩‍👧‍👦", "🙂", "é", "नि", "ษ็"})
  void neverSplitsInsideACharacter(String character) {
    String text = "a" + character.repeat(5000);
    List<TelegramText> parts = TelegramText.of(paragraph(text));
    assertThat(parts.stream().map(TelegramText::text).collect(Collectors.joining()))
        .isEqualTo(text);
    assertThat(parts)
        .allSatisfy(
            part -> assertThat(part.text().replace("a", "").replace(character, "")).isEmpty());
  }

  @Test
  void marksBoldWordsAndLinksByPosition() {
    RichText rich =
        new RichText(
            List.of(
                new Block.Heading("🙂 Steps"),
                new Block.Items(
                    true,
                    List.of(
                        List.of(Span.plain("Go to "), new Span("page", false, "https://x.org"))))));
    TelegramText text = TelegramText.of(rich).getFirst();
    assertThat(text.text()).isEqualTo("🙂 Steps\n\n1. Go to page");
    assertThat(text.entities()).hasSize(2);
    assertThat(text.entities().getFirst().getOffset()).isZero();
    assertThat(text.entities().getFirst().getLength()).isEqualTo(8);
    assertThat(text.text().substring(text.entities().get(1).getOffset())).isEqualTo("page");
  }
}
