package org.waymark.bot.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * fails three times is put aside, its sender told, and the next one of that chat is handled.
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
  private final Lanes lanes = new Lanes("inbox", LANES_AT_ONCE, this::handleNext);
  private volatile boolean running;

  Inbox(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ConversationService conversations,
      JsonMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.conversations = conversations;
    this.json = json;
    this.clock = clock;
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

  private boolean handleNext(ChatAddress chat) throws InterruptedException {
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
      return false;
    }
    Delivery delivery = next.get();
    try {
      transaction.executeWithoutResult(
          _ -> {
            // Closed first: erasing a conversation removes the chat from its deliveries.
            close(delivery, "done");
            conversations.handle(json.readValue(delivery.body(), IncomingMessage.class));
          });
    } catch (RuntimeException e) {
      failed(chat, delivery, e);
    }
    return true;
  }

  private void failed(ChatAddress chat, Delivery delivery, RuntimeException cause)
      throws InterruptedException {
    int attempts = delivery.attempts() + 1;
    log.warn(
        "Message {} on {} failed in attempt {} ({}).",
        delivery.id(),
        chat.channel(),
        attempts,
        cause.getClass().getSimpleName());
    log.debug("Stack trace of message {}", delivery.id(), cause);
    if (attempts < MOST_ATTEMPTS) {
      jdbc.sql("update inbox set attempts = :attempts where id = :id")
          .param("attempts", attempts)
          .param("id", delivery.id())
          .update();
      Thread.sleep(Duration.ofMillis(100L << attempts));
      return;
    }
    // The body stays, so that nothing is lost: an operator can look at it and hand it in again.
    jdbc.sql("update inbox set status = 'quarantined', attempts = :attempts where id = :id")
        .param("attempts", attempts)
        .param("id", delivery.id())
        .update();
    try {
      conversations.apologise(chat);
    } catch (RuntimeException e) {
      log.warn(
          "The apology for message {} failed ({}).", delivery.id(), e.getClass().getSimpleName());
    }
  }

  private void close(Delivery delivery, String status) {
    jdbc.sql("update inbox set status = :status, body = '' where id = :id")
        .param("status", status)
        .param("id", delivery.id())
        .update();
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

  /** Looks again for what a failed database call left behind, and drops old delivery ids. */
  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  void sweep() {
    takeUpWaiting();
    jdbc.sql("delete from inbox where status = 'done' and received_at < :moment")
        .param("moment", OffsetDateTime.now(clock).minus(KEEP_DELIVERY_IDS))
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
