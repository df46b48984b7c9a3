package org.waymark.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.OutgoingMessage;
import org.waymark.bot.channel.RichText;
import org.waymark.bot.channel.RichText.Block;
import org.waymark.bot.channel.RichText.Span;
import org.waymark.bot.channel.Transcripts.Entry;
import org.waymark.bot.channel.Transcripts.Origin;
import org.waymark.bot.conversation.Conversation.State;
import tools.jackson.databind.json.JsonMapper;

/** What every database must do with conversations. */
abstract class ConversationsContract {

  private static final ChatAddress ADDRESS = new ChatAddress("web", "c1");

  private Conversations conversations;

  abstract DataSource database();

  @BeforeEach
  void open() {
    conversations =
        new JdbcConversations(
            JdbcClient.create(database()), JsonMapper.builder().build(), Clock.systemUTC());
  }

  private static Entry entry(long seq, String text) {
    return new Entry(
        seq,
        Origin.BOT,
        new OutgoingMessage(
            "answer",
            "financial-aid",
            Locale.of("ar"),
            new RichText(
                List.of(
                    new Block.Heading("عنوان"),
                    new Block.Paragraph(List.of(new Span(text, true, "https://x.org"))),
                    new Block.Items(true, List.of(List.of(Span.plain("🙂")))))),
            List.of(new OutgoingMessage.Option("menu", "Menu")),
            List.of(new OutgoingMessage.LabeledLink("X", "https://x.org"))));
  }

  @Test
  void remembersAConversation() {
    State state =
        State.fresh(Locale.of("es"))
            .in(Locale.of("ar"))
            .offering(List.of("menu", "person"))
            .misunderstood(1);
    Conversation made = conversations.create("1", ADDRESS, "hash", state);
    assertThat(conversations.at(ADDRESS)).hasValue(made);
    assertThat(conversations.tokenHash("1")).hasValue("hash");
    assertThat(conversations.address("1")).hasValue(ADDRESS);
    assertThat(conversations.at(new ChatAddress("web", "other"))).isEmpty();
  }

  @Test
  void keepsTheTranscriptInOrder() {
    Conversation made = conversations.create("1", ADDRESS, null, State.fresh(null));
    conversations.append(made, List.of(entry(1, "a"), entry(2, "b")));
    Conversation grown = conversations.at(ADDRESS).orElseThrow();
    assertThat(grown.lastSeq()).isEqualTo(2);
    conversations.append(grown, List.of(entry(3, "c")));
    assertThat(conversations.after("1", 0))
        .containsExactly(entry(1, "a"), entry(2, "b"), entry(3, "c"));
    assertThat(conversations.after("1", 2)).containsExactly(entry(3, "c"));
  }

  @Test
  void refusesTheSecondOfTwoWriters() {
    Conversation made = conversations.create("1", ADDRESS, null, State.fresh(null));
    conversations.append(made, List.of(entry(1, "a")));
    assertThatThrownBy(() -> conversations.append(made, List.of(entry(1, "b"))))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(conversations.after("1", 0)).containsExactly(entry(1, "a"));
  }

  @Test
  void allowsOneConversationAtAnAddress() {
    conversations.create("1", ADDRESS, null, State.fresh(null));
    assertThatThrownBy(() -> conversations.create("2", ADDRESS, null, State.fresh(null)))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void erasesAConversationWithItsTranscript() {
    Conversation made = conversations.create("1", ADDRESS, "hash", State.fresh(null));
    conversations.append(made, List.of(entry(1, "a")));
    conversations.erase("1");
    assertThat(conversations.at(ADDRESS)).isEmpty();
    assertThat(conversations.after("1", 0)).isEmpty();
    assertThat(conversations.tokenHash("1")).isEmpty();
  }

  @Test
  void erasesConversationsNobodyWroteIn() {
    conversations.create("1", ADDRESS, null, State.fresh(null));
    assertThat(
            conversations.eraseUntouchedSince(
                Clock.systemUTC().instant().minus(Duration.ofDays(1))))
        .isEmpty();
    assertThat(conversations.eraseUntouchedSince(Clock.systemUTC().instant().plusSeconds(1)))
        .containsExactly(ADDRESS);
    assertThat(conversations.at(ADDRESS)).isEmpty();
  }
}
