package org.waymark.bot.delivery;

import io.micrometer.core.instrument.MeterRegistry;
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
import org.springframework.beans.factory.annotation.Value;
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
 * will. An attempt is stored before it is made; where its end never becomes known, the message is
 * tried once more and then closed as unknown, so that it arrives twice at most.
 */
@Component
public class Outbox implements Outgoing, SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final int LANES_AT_ONCE = 8;
  private static final int MOST_UNANSWERED = 2;
  private static final int MOST_ATTEMPTS_IF_BROKEN = 10;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

  /** Longer than any call of a platform, so that nobody sends a message that is being sent. */
  private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;
  private final ObjectProvider<Channel> channels;
  private final ObjectProvider<MeterRegistry> meters;
  private final Duration retention;
  private final Lanes lanes = new Lanes("outbox", LANES_AT_ONCE, this::sendNext);
  private volatile boolean running;

  Outbox(
      JdbcClient jdbc,
      JsonMapper json,
      Clock clock,
      ObjectProvider<Channel> channels,
      ObjectProvider<MeterRegistry> meters,
      @Value("${waymark.school.retention-days:30}") int retentionDays) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
    this.channels = channels;
    this.meters = meters;
    this.retention = Duration.ofDays(retentionDays);
  }

  /**
   * A message that waits.
   *
   * @param part the part of it that is sent next, from 0
   * @param unanswered how many attempts to send that part ended without a known outcome
   */
  private record Parcel(
      long id,
      String body,
      int part,
      int attempts,
      int unanswered,
      OffsetDateTime due,
      OffsetDateTime created) {}

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
            insert into outbox
              (channel, chat, body, status, next_part, attempts, unanswered, due_at, created_at)
            values (:channel, :chat, :body, 'waiting', 0, 0, 0, :now, :now)
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
    // The inbox first: it waits there until a message that is handled now has left its answer.
    jdbc.sql(
            """
            update inbox set body = '', chat = '', status = 'done'
            where channel = :channel and chat = :chat
            """)
        .param("channel", address.channel())
        .param("chat", address.chat())
        .update();
    jdbc.sql("delete from outbox where channel = :channel and chat = :chat")
        .param("channel", address.channel())
        .param("chat", address.chat())
        .update();
  }

  private Optional<Duration> sendNext(ChatAddress chat) {
    Channel channel = byName().get(chat.channel());
    Optional<Parcel> next = channel == null ? Optional.empty() : waiting(chat);
    if (channel == null || next.isEmpty() || next.get().due().isAfter(OffsetDateTime.now(clock))) {
      return Optional.empty();
    }
    Parcel parcel = next.get();
    if (parcel.unanswered() >= MOST_UNANSWERED) {
      closeAsUnknown(parcel);
      return Optional.of(Duration.ZERO);
    }
    Duration pause = channel.pause(chat.chat());
    if (pause.isPositive()) {
      return Optional.of(pause);
    }
    if (begin(parcel)) {
      send(channel, chat, parcel);
    }
    return Optional.of(Duration.ZERO);
  }

  private Optional<Parcel> waiting(ChatAddress chat) {
    return jdbc.sql(
            """
            select id, body, next_part, attempts, unanswered, due_at, created_at from outbox
            where status = 'waiting' and channel = :channel and chat = :chat order by id limit 1
            """)
        .param("channel", chat.channel())
        .param("chat", chat.chat())
        .query(
            (row, _) ->
                new Parcel(
                    row.getLong("id"),
                    row.getString("body"),
                    row.getInt("next_part"),
                    row.getInt("attempts"),
                    row.getInt("unanswered"),
                    row.getObject("due_at", OffsetDateTime.class),
                    row.getObject("created_at", OffsetDateTime.class)))
        .optional();
  }

  /** Stores that an attempt is made, before it is. Returns false if somebody else was faster. */
  private boolean begin(Parcel parcel) {
    return jdbc.sql(
                """
                update outbox
                set attempts = attempts + 1, unanswered = unanswered + 1, due_at = :later
                where id = :id and status = 'waiting' and attempts = :attempts
                """)
            .param("later", OffsetDateTime.now(clock).plus(LONGEST_ATTEMPT))
            .param("id", parcel.id())
            .param("attempts", parcel.attempts())
            .update()
        == 1;
  }

  private void send(Channel channel, ChatAddress chat, Parcel parcel) {
    boolean more;
    try {
      OutgoingMessage message = json.readValue(parcel.body(), OutgoingMessage.class);
      more = channel.send(chat.chat(), message, parcel.part());
    } catch (DeliveryException e) {
      log.warn(
          "Message {} to {} was not delivered: {}", parcel.id(), chat.channel(), e.getMessage());
      notDelivered(parcel, e);
      return;
    } catch (RuntimeException e) {
      log.warn(
          "Message {} to {} cannot be made ready for sending ({}).",
          parcel.id(),
          chat.channel(),
          e.getClass().getSimpleName());
      broken(parcel);
      return;
    }
    if (parcel.unanswered() > 0) {
      countAmbiguous();
    }
    if (more) {
      proceed(parcel);
    } else {
      close(parcel, "sent");
    }
  }

  private void notDelivered(Parcel parcel, DeliveryException cause) {
    switch (cause.outcome()) {
      case NEVER -> close(parcel, "failed");
      case NOT_SENT -> {
        if (parcel.created().plus(GIVE_UP_AFTER).isBefore(OffsetDateTime.now(clock))) {
          close(parcel, "failed");
        } else {
          postpone(parcel, parcel.unanswered(), cause.retryAfter());
        }
      }
      case UNKNOWN -> {
        int unanswered = parcel.unanswered() + 1;
        if (unanswered >= MOST_UNANSWERED) {
          closeAsUnknown(parcel);
        } else {
          postpone(parcel, unanswered, cause.retryAfter());
        }
      }
    }
  }

  /** What cannot be made ready was not sent; put aside in the end, it lets the next one pass. */
  private void broken(Parcel parcel) {
    if (parcel.attempts() + 1 < MOST_ATTEMPTS_IF_BROKEN) {
      postpone(parcel, parcel.unanswered(), Duration.ZERO);
      return;
    }
    jdbc.sql("update outbox set status = 'quarantined' where id = :id")
        .param("id", parcel.id())
        .update();
  }

  private void postpone(Parcel parcel, int unanswered, Duration wanted) {
    Duration pause =
        wanted.isPositive() ? wanted : Duration.ofSeconds(1L << Math.min(parcel.attempts(), 9));
    if (!wanted.isPositive() && pause.compareTo(LONGEST_PAUSE) > 0) {
      pause = LONGEST_PAUSE;
    }
    jdbc.sql("update outbox set unanswered = :unanswered, due_at = :due where id = :id")
        .param("unanswered", unanswered)
        .param("due", OffsetDateTime.now(clock).plus(pause))
        .param("id", parcel.id())
        .update();
  }

  /** Goes on with the next part of a long message. */
  private void proceed(Parcel parcel) {
    jdbc.sql(
            """
            update outbox set next_part = next_part + 1, unanswered = 0, due_at = :now
            where id = :id
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("id", parcel.id())
        .update();
  }

  private void close(Parcel parcel, String status) {
    jdbc.sql("update outbox set status = :status, body = '' where id = :id")
        .param("status", status)
        .param("id", parcel.id())
        .update();
  }

  private void closeAsUnknown(Parcel parcel) {
    close(parcel, "unknown");
    countAmbiguous();
    log.warn("It stays unknown whether message {} arrived, once, twice or not.", parcel.id());
  }

  /** Counts the messages and parts that may have arrived twice or not at all. */
  private void countAmbiguous() {
    meters.ifAvailable(registry -> registry.counter("waymark.outbox.ambiguous").increment());
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

  /** Drops the rows of what was closed a day ago, and what was put aside when its time is over. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void sweep() {
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql(
            """
            delete from outbox
            where status not in ('waiting', 'quarantined') and created_at < :closed
              or status = 'quarantined' and created_at < :quarantined
            """)
        .param("closed", now.minusDays(1))
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
