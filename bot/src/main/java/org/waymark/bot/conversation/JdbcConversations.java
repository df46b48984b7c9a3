package org.waymark.bot.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.OutgoingMessage;
import org.waymark.bot.channel.Transcripts.Entry;
import org.waymark.bot.channel.Transcripts.Origin;
import org.waymark.bot.conversation.Conversation.State;
import tools.jackson.databind.json.JsonMapper;

/** Conversations in the database; the same statements on H2 and PostgreSQL. */
@Repository
class JdbcConversations implements Conversations {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  JdbcConversations(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Optional<Conversation> at(ChatAddress address) {
    return jdbc.sql(
            "select id, state, version, last_seq from conversation where channel = :channel and"
                + " chat = :chat")
        .param("channel", address.channel())
        .param("chat", address.chat())
        .query(
            (row, _) ->
                new Conversation(
                    row.getString("id"),
                    address,
                    json.readValue(row.getString("state"), State.class),
                    row.getLong("version"),
                    row.getLong("last_seq")))
        .optional();
  }

  @Override
  public Optional<ChatAddress> address(String id) {
    return jdbc.sql("select channel, chat from conversation where id = :id")
        .param("id", id)
        .query((row, _) -> new ChatAddress(row.getString("channel"), row.getString("chat")))
        .optional();
  }

  @Override
  public Conversation create(
      String id, ChatAddress address, @Nullable String tokenHash, State state) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql(
            """
            insert into conversation (id, channel, chat, token_hash, state, version, last_seq, created_at, updated_at)
            values (:id, :channel, :chat, :token, :state, 0, 0, :now, :now)
            """)
        .param("id", id)
        .param("channel", address.channel())
        .param("chat", address.chat())
        .param("token", tokenHash)
        .param("state", json.writeValueAsString(state))
        .param("now", now)
        .update();
    return new Conversation(id, address, state, 0, 0);
  }

  @Override
  public Optional<String> tokenHash(String id) {
    return jdbc.sql("select token_hash from conversation where id = :id and token_hash is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  @Override
  public void append(Conversation conversation, List<Entry> entries) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    long last = entries.isEmpty() ? conversation.lastSeq() : entries.getLast().seq();
    int updated =
        jdbc.sql(
                """
                update conversation set state = :state, version = version + 1, last_seq = :last, updated_at = :now
                where id = :id and version = :version
                """)
            .param("state", json.writeValueAsString(conversation.state()))
            .param("last", last)
            .param("now", now)
            .param("id", conversation.id())
            .param("version", conversation.version())
            .update();
    if (updated != 1) {
      throw new OptimisticLockingFailureException("The conversation was changed meanwhile.");
    }
    for (Entry entry : entries) {
      jdbc.sql(
              """
              insert into message (conversation_id, seq, origin, body, created_at)
              values (:conversation, :seq, :origin, :body, :now)
              """)
          .param("conversation", conversation.id())
          .param("seq", entry.seq())
          .param("origin", entry.from().name().toLowerCase(Locale.ROOT))
          .param("body", json.writeValueAsString(entry.message()))
          .param("now", now)
          .update();
    }
  }

  @Override
  public List<Entry> after(String id, long seq) {
    return jdbc.sql(
            "select seq, origin, body from message where conversation_id = :id and seq > :seq order"
                + " by seq")
        .param("id", id)
        .param("seq", seq)
        .query(
            (row, _) ->
                new Entry(
                    row.getLong("seq"),
                    Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                    json.readValue(row.getString("body"), OutgoingMessage.class)))
        .list();
  }

  @Override
  public void erase(String id) {
    jdbc.sql("delete from conversation where id = :id").param("id", id).update();
  }

  @Override
  public List<ChatAddress> eraseUntouchedSince(Instant moment) {
    OffsetDateTime before = OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    List<ChatAddress> untouched =
        jdbc.sql("select channel, chat from conversation where updated_at < :moment for update")
            .param("moment", before)
            .query((row, _) -> new ChatAddress(row.getString("channel"), row.getString("chat")))
            .list();
    jdbc.sql("delete from conversation where updated_at < :moment")
        .param("moment", before)
        .update();
    return untouched;
  }
}
