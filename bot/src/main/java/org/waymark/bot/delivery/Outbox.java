package org.waymark.bot.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.waymark.bot.channel.Channel;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.DeliveryException;
import org.waymark.bot.channel.OutgoingMessage;
import org.waymark.bot.conversation.Outgoing;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers messages to platforms that must be called, in the order of their chat: stored with the
 * turn that made them, sent after its commit, tried again until the platform has them or never
 * will.
 */
@Component
public class Outbox implements Outgoing, SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final int LANES_AT_ONCE = 8;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final ObjectProvider<Channel> channels;
  private final Lanes lanes = new Lanes("outbox", LANES_AT_ONCE, this::sendNext);
  private volatile boolean running;

  Outbox(JdbcClient jdbc, JsonMapper json, Clock clock, ObjectProvider<Channel> channels) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.channels = channels;
  }

  private record Parcel(
      long id, String body, int attempts, OffsetDateTime due, OffsetDateTime created) {}

  private Map<String, Channel> byName() {
    return channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
  }

  @Override
  public void enqueue(ChatAddress address, OutgoingMessage message) {
    if (!byName().containsKey(address.channel())) {
      return;
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql(
            """
            insert into outbox (channel, chat, body, status, attempts, due_at, created_at)
            values (:channel, :chat, :body, 'waiting', 0, :now, :now)
            """)
        .param("channel", address.channel())
        .param("chat", address.chat())
        .param("body", json.writeValueAsString(message))
        .param("now", now)
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            lanes.wake(address);
          }
        });
  }

  @Override
  public void forget(ChatAddress address) {
    jdbc.sql("delete from outbox where channel = :channel and chat = :chat")
        .param("channel", address.channel())
        .param("chat", address.chat())
        .update();
    jdbc.sql(
            """
            update inbox set body = '', chat = '' where channel = :channel and chat = :chat and status <> 'waiting'
            """)
        .param("channel", address.channel())
        .param("chat", address.chat())
        .update();
  }

  private boolean sendNext(ChatAddress chat) {
    Optional<Parcel> next =
        jdbc.sql(
                """
                select id, body, attempts, due_at, created_at from outbox
                where status = 'waiting' and channel = :channel and chat = :chat order by id limit 1
                """)
            .param("channel", chat.channel())
            .param("chat", chat.chat())
            .query(
                (row, _) ->
                    new Parcel(
                        row.getLong("id"),
                        row.getString("body"),
                        row.getInt("attempts"),
                        row.getObject("due_at", OffsetDateTime.class),
                        row.getObject("created_at", OffsetDateTime.class)))
            .optional();
    Channel channel = byName().get(chat.channel());
    if (next.isEmpty() || channel == null || next.get().due().isAfter(OffsetDateTime.now(clock))) {
      return false;
    }
    Parcel parcel = next.get();
    try {
      channel.send(chat.chat(), json.readValue(parcel.body(), OutgoingMessage.class));
      close(parcel, "sent");
      return true;
    } catch (DeliveryException e) {
      log.warn(
          "Message {} to {} was not delivered: {}", parcel.id(), chat.channel(), e.getMessage());
      return postpone(parcel, e);
    }
  }

  private boolean postpone(Parcel parcel, DeliveryException cause) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    boolean hopeless =
        cause.outcome() == DeliveryException.Outcome.NEVER
            || parcel.created().plus(GIVE_UP_AFTER).isBefore(now);
    if (hopeless) {
      close(parcel, "failed");
      return true;
    }
    Duration pause =
        cause.retryAfter().isPositive()
            ? cause.retryAfter()
            : Duration.ofSeconds(1L << Math.min(parcel.attempts(), 8));
    jdbc.sql("update outbox set attempts = attempts + 1, due_at = :due where id = :id")
        .param(
            "due",
            now.plus(
                pause.compareTo(LONGEST_PAUSE) > 0 && !cause.retryAfter().isPositive()
                    ? LONGEST_PAUSE
                    : pause))
        .param("id", parcel.id())
        .update();
    return false;
  }

  private void close(Parcel parcel, String status) {
    jdbc.sql(
            "update outbox set status = :status, body = '', attempts = attempts + 1 where id = :id")
        .param("status", status)
        .param("id", parcel.id())
        .update();
  }

  /** Wakes the chats whose next message is due: after a start, and after a pause. */
  @EventListener(ApplicationReadyEvent.class)
  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
  public void wakeDue() {
    List<ChatAddress> due =
        jdbc.sql(
                "select distinct channel, chat from outbox where status = 'waiting' and due_at <="
                    + " :now")
            .param("now", OffsetDateTime.now(clock))
            .query((row, _) -> new ChatAddress(row.getString("channel"), row.getString("chat")))
            .list();
    due.forEach(lanes::wake);
  }

  /** Drops the rows of what was delivered a day ago. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void sweep() {
    jdbc.sql("delete from outbox where status <> 'waiting' and created_at < :moment")
        .param("moment", OffsetDateTime.now(clock).minusDays(1))
        .update();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    lanes.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
