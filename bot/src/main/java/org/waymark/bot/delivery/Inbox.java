package org.waymark.bot.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.IncomingMessage;
import org.waymark.bot.channel.MessageHandler;
import org.waymark.bot.conversation.ConversationService;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores every delivery once and has it handled, in the order of its chat. A message whose handling
 * fails three times is put aside as quarantined, its sender told, and the next one of that chat is
 * handled. What is quarantined keeps its body until the retention is over or the conversation is
 * erased; an operator who sets its status back to waiting hands it in again.
 */
@Component
public class Inbox implements MessageHandler, SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Inbox.class);
  private static final int MOST_ATTEMPTS = 3;
  private static final int LANES_AT_ONCE = 16;
  private static final Duration KEEP_DELIVERY_IDS = Duration.ofDays(9);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ConversationService conversations;
  private final JsonMapper json;
  private final Clock clock;
  private final Duration retention;
  private final Lanes lanes = new Lanes("inbox", LANES_AT_ONCE, this::handleNext);
  private volatile boolean running;

  Inbox(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ConversationService conversations,
      JsonMapper json,
      Clock clock,
      @Value("${waymark.school.retention-days:30}") int retentionDays) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.conversations = conversations;
    this.json = json;
    this.clock = clock;
    this.retention = Duration.ofDays(retentionDays);
  }

  private record Delivery(long id, String body, int attempts) {}

  @Override
  public boolean accept(IncomingMessage message) {
    try {
      jdbc.sql(
              """
              insert into inbox (channel, chat, delivery_id, body, status, attempts, received_at)
              values (:channel, :chat, :delivery, :body, 'waiting', 0, :now)
              """)
          .param("channel", message.address().channel())
          .param("chat", message.address().chat())
          .param("delivery", message.deliveryId())
          .param("body", json.writeValueAsString(message))
          .param("now", OffsetDateTime.now(clock))
          .update();
    } catch (DuplicateKeyException e) {
      return false;
    }
    lanes.wake(message.address());
    return true;
  }

  private Optional<Duration> handleNext(ChatAddress chat) {
    Optional<Delivery> next =
        jdbc.sql(
                """
                select id, body, attempts from inbox
                where status = 'waiting' and channel = :channel and chat = :chat order by id limit 1
                """)
            .param("channel", chat.channel())
            .param("chat", chat.chat())
            .query(
                (row, _) ->
                    new Delivery(row.getLong("id"), row.getString("body"), row.getInt("attempts")))
            .optional();
    if (next.isEmpty()) {
      return Optional.empty();
    }
    Delivery delivery = next.get();
    try {
      transaction.executeWithoutResult(
          _ -> {
            // Closed first: erasing a conversation removes the chat from its deliveries.
            if (close(delivery)) {
              conversations.handle(json.readValue(delivery.body(), IncomingMessage.class));
            }
          });
      return Optional.of(Duration.ZERO);
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(failed(chat, delivery, e));
    }
  }

  /** Closes a delivery. Returns false if it was forgotten since it was read. */
  private boolean close(Delivery delivery) {
    return jdbc.sql(
                "update inbox set status = 'done', body = '' where id = :id and status = 'waiting'")
            .param("id", delivery.id())
            .update()
        == 1;
  }

  /** Returns how long to pause before the next message, which may be the same one. */
  private Duration failed(ChatAddress chat, Delivery delivery, Throwable cause) {
    int attempts = delivery.attempts() + 1;
    log.warn(
        "Message {} on {} failed in attempt {} ({}).",
        delivery.id(),
        chat.channel(),
        attempts,
        cause.getClass().getSimpleName());
    log.debug("Stack trace of message {}", delivery.id(), cause);
    boolean again = attempts < MOST_ATTEMPTS;
    int updated =
        jdbc.sql(
                """
                update inbox set status = :status, attempts = :attempts
                where id = :id and status = 'waiting'
                """)
            .param("status", again ? "waiting" : "quarantined")
            .param("attempts", attempts)
            .param("id", delivery.id())
            .update();
    if (again) {
      return Duration.ofMillis(100L << attempts);
    }
    if (updated == 0) {
      return Duration.ZERO;
    }
    try {
      conversations.apologise(chat);
    } catch (RuntimeException e) {
      log.warn(
          "The apology for message {} failed ({}).", delivery.id(), e.getClass().getSimpleName());
    }
    return Duration.ZERO;
  }

  /** Takes up what was stored and not handled before the application stopped. */
  @EventListener(ApplicationReadyEvent.class)
  public void takeUpWaiting() {
    List<ChatAddress> waiting =
        jdbc.sql("select distinct channel, chat from inbox where status = 'waiting'")
            .query((row, _) -> new ChatAddress(row.getString("channel"), row.getString("chat")))
            .list();
    waiting.forEach(lanes::wake);
  }

  /**
   * Looks again for what a failed database call left behind, and drops old delivery ids and what
   * was quarantined when its retention is over.
   */
  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  void sweep() {
    takeUpWaiting();
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql(
            """
            delete from inbox
            where status = 'done' and received_at < :handled
              or status = 'quarantined' and received_at < :quarantined
            """)
        .param("handled", now.minus(KEEP_DELIVERY_IDS))
        .param("quarantined", now.minus(retention))
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
