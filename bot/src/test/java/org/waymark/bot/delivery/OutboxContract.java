package org.waymark.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.bot.channel.Channel;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.DeliveryException;
import org.waymark.bot.channel.DeliveryException.Outcome;
import org.waymark.bot.channel.OutgoingMessage;
import org.waymark.bot.channel.RichText;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a message, by what the platform says; the same on each database. */
abstract class OutboxContract {

  private static final ChatAddress CHAT = new ChatAddress("paper", "7");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final PaperChannel paper = new PaperChannel();
  private final SettableClock clock = new SettableClock();
  private final Outbox outbox;

  OutboxContract(DataSource database) {
    jdbc = JdbcClient.create(database);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("paper", paper);
    beans.addBean("meters", meters);
    outbox =
        new Outbox(
            jdbc,
            JsonMapper.builder().build(),
            clock,
            beans.getBeanProvider(Channel.class),
            beans.getBeanProvider(MeterRegistry.class),
            30);
  }

  @AfterEach
  void close() {
    outbox.stop();
  }

  private void enqueue(String text) {
    transaction.executeWithoutResult(_ -> outbox.enqueue(CHAT, message(text)));
  }

  private static OutgoingMessage message(String text) {
    return new OutgoingMessage(
        "answer", null, Locale.ENGLISH, RichText.plain(text), List.of(), List.of());
  }

  private void awaitStatus(String... statuses) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("select status from outbox order by id")
                            .query(String.class)
                            .list())
                    .containsExactly(statuses));
  }

  /** Waits until the only message that was tried waits for its next attempt. */
  private void awaitPostponed(int attempts) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                jdbc.sql(
                        """
                        select attempts from outbox
                        where status = 'waiting' and attempts > 0 and due_at <> :beingSent
                        """)
                    .param("beingSent", OffsetDateTime.now(clock).plusMinutes(1))
                    .query(Integer.class)
                    .list()
                    .equals(List.of(attempts)));
  }

  /** Lets time pass until every pause is over, and looks again. */
  private void later() {
    clock.pass(Duration.ofMinutes(6));
    outbox.wakeDue();
  }

  private double ambiguous() {
    return meters.counter("waymark.outbox.ambiguous").count();
  }

  @Test
  void sendsInOrder() {
    enqueue("a");
    enqueue("b");
    awaitStatus("sent", "sent");
    assertThat(paper.sent).containsExactly("a", "b");
    assertThat(ambiguous()).isZero();
  }

  @Test
  void triesAnUnknownOutcomeOnceMore() {
    paper.fail(Outcome.UNKNOWN);
    enqueue("a");
    awaitPostponed(1);
    later();
    awaitStatus("sent");
    assertThat(ambiguous()).isEqualTo(1);
  }

  @Test
  void closesASecondUnknownOutcomeAndServesTheNextMessage() {
    paper.fail(Outcome.UNKNOWN);
    paper.fail(Outcome.UNKNOWN);
    enqueue("a");
    awaitPostponed(1);
    enqueue("b");
    later();
    awaitStatus("unknown", "sent");
    assertThat(paper.sent).containsExactly("b");
    assertThat(ambiguous()).isEqualTo(1);
  }

  @Test
  void neverCountsWhatWasCertainlyNotSentAsUnknown() {
    for (int i = 0; i < 5; i++) {
      paper.fail(Outcome.NOT_SENT);
    }
    enqueue("a");
    for (int i = 1; i <= 5; i++) {
      awaitPostponed(i);
      later();
    }
    awaitStatus("sent");
    assertThat(ambiguous()).isZero();
  }

  @Test
  void doesNotSendAgainAtOnceWhenTheEndOfAnAttemptCannotBeStored() {
    paper.afterSending = () -> jdbc.sql("alter table outbox rename to gone").update();
    enqueue("a");
    await().atMost(Duration.ofSeconds(10)).until(() -> paper.sent.size() == 1);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> jdbc.sql("select unanswered from gone").query(Integer.class).single() == 1);
    paper.afterSending = () -> {};
    jdbc.sql("alter table gone rename to outbox").update();
    clock.pass(Duration.ofSeconds(2));
    outbox.wakeDue();
    assertThat(jdbc.sql("select due_at from outbox").query(OffsetDateTime.class).single())
        .isAfter(OffsetDateTime.now(clock));
    assertThat(paper.sent).containsExactly("a");
    later();
    awaitStatus("sent");
    assertThat(paper.sent).containsExactly("a", "a");
    assertThat(ambiguous()).isEqualTo(1);
  }

  @Test
  void doesNotSendWhatWasTriedTwiceBeforeTheApplicationStopped() {
    jdbc.sql(
            """
            insert into outbox
              (channel, chat, body, status, next_part, attempts, unanswered, due_at, created_at)
            values ('paper', '7', '{}', 'waiting', 0, 2, 2, :now, :now)
            """)
        .param("now", OffsetDateTime.now(clock))
        .update();
    outbox.wakeDue();
    awaitStatus("unknown");
    assertThat(paper.sent).isEmpty();
    assertThat(ambiguous()).isEqualTo(1);
  }

  @Test
  void putsAnUnreadableMessageAsideAfterTenAttempts() {
    enqueue("a");
    awaitStatus("sent");
    jdbc.sql(
            """
            insert into outbox
              (channel, chat, body, status, next_part, attempts, unanswered, due_at, created_at)
            values ('paper', '7', '{', 'waiting', 0, 0, 0, :now, :now)
            """)
        .param("now", OffsetDateTime.now(clock))
        .update();
    enqueue("b");
    outbox.wakeDue();
    for (int attempts = 1; attempts < 10; attempts++) {
      awaitPostponed(attempts);
      later();
    }
    awaitStatus("sent", "quarantined", "sent");
    assertThat(paper.sent).containsExactly("a", "b");
  }

  @Test
  void sendsNoPartOfALongMessageTwice() {
    paper.parts = 3;
    paper.failAtPart(1, Outcome.NOT_SENT);
    enqueue("a");
    await().atMost(Duration.ofSeconds(10)).until(() -> paper.sent.size() == 1);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                jdbc.sql("select attempts from outbox").query(Integer.class).single() == 2
                    && jdbc.sql("select unanswered from outbox").query(Integer.class).single()
                        == 0);
    later();
    awaitStatus("sent");
    assertThat(paper.sent).containsExactly("a", "a/1", "a/2");
  }

  @Test
  void waitsAsLongAsTheChannelAsksWithoutAnAttempt() {
    paper.pauses.add(Duration.ofMillis(300));
    enqueue("a");
    awaitStatus("sent");
    assertThat(jdbc.sql("select attempts from outbox").query(Integer.class).single()).isEqualTo(1);
    assertThat(paper.pauses).isEmpty();
  }

  @Test
  void forgetsWhatAChatStillHasWaiting() {
    for (String status : new String[] {"waiting", "done", "quarantined"}) {
      jdbc.sql(
              """
              insert into inbox (channel, chat, delivery_id, body, status, attempts, received_at)
              values ('paper', '7', :status, 'secret', :status, 0, :now)
              """)
          .param("status", status)
          .param("now", OffsetDateTime.now(clock))
          .update();
    }
    paper.fail(Outcome.NOT_SENT);
    enqueue("a");
    awaitPostponed(1);
    transaction.executeWithoutResult(_ -> outbox.forget(CHAT));
    assertThat(jdbc.sql("select count(*) from outbox").query(Integer.class).single()).isZero();
    assertThat(
            jdbc.sql("select count(*) from inbox where body = '' and chat = '' and status = 'done'")
                .query(Integer.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  void sweepsWhatIsOver() {
    enqueue("a");
    awaitStatus("sent");
    enqueue("b");
    awaitStatus("sent", "sent");
    jdbc.sql("update outbox set status = 'quarantined' where id = 2").update();
    clock.pass(Duration.ofDays(2));
    outbox.sweep();
    awaitStatus("quarantined");
    clock.pass(Duration.ofDays(30));
    outbox.sweep();
    awaitStatus();
  }

  /** A channel that keeps the first words of what it is given, and fails as it is told to. */
  private static final class PaperChannel implements Channel {

    private record Failure(int part, Outcome outcome) {}

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Failure> failures = new ArrayDeque<>();
    private final Deque<Duration> pauses = new ArrayDeque<>();
    private volatile int parts = 1;
    private volatile Runnable afterSending = () -> {};

    synchronized void fail(Outcome outcome) {
      failures.add(new Failure(0, outcome));
    }

    synchronized void failAtPart(int part, Outcome outcome) {
      failures.add(new Failure(part, outcome));
    }

    @Override
    public String name() {
      return "paper";
    }

    @Override
    public synchronized Duration pause(String chat) {
      Duration pause = pauses.poll();
      return pause == null ? Duration.ZERO : pause;
    }

    @Override
    public synchronized boolean send(String chat, OutgoingMessage message, int part)
        throws DeliveryException {
      @Nullable Failure failure = failures.peek();
      if (failure != null && failure.part() == part) {
        failures.remove();
        throw new DeliveryException(failure.outcome(), "It did not work.", Duration.ZERO);
      }
      sent.add(message.text().plainText() + (part == 0 ? "" : "/" + part));
      afterSending.run();
      return part + 1 < parts;
    }
  }

  private static final class SettableClock extends Clock {

    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
