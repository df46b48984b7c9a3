package org.waymark.intents.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.intents.catalog.MarkedText.Block;
import org.waymark.intents.catalog.MarkedText.Span;

class MarkedTextTest {

  @Test
  void readsTheFourMarks() {
    MarkedText text = MarkedText.parse("First **bold**\nline.\n\n- one [page](link-id)\n- two");
    assertThat(text.blocks())
        .containsExactly(
            new Block.Paragraph(
                List.of(new Span.Plain("First "), new Span.Bold("bold"), new Span.Plain(" line."))),
            new Block.Bullets(
                List.of(
                    List.of(new Span.Plain("one "), new Span.Linked("page", "link-id")),
                    List.of(new Span.Plain("two")))));
  }

  @Test
  void leavesWordsThatOnlyLookLikeMarks() {
    assertThat(MarkedText.parse("2 ** 3, [x] and (y)").plain()).isEqualTo("2 ** 3, [x] and (y)");
  }

  @Test
  void givesTheWordsAlone() {
    assertThat(MarkedText.parse("A **b**.\n\n- [c](d)").plain()).isEqualTo("A b.\n\n• c");
  }
}
