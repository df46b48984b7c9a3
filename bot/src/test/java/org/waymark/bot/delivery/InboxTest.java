package org.waymark.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.IncomingMessage;
import org.waymark.bot.channel.IncomingMessage.Content;
import org.waymark.bot.conversation.ConversationService;
import org.waymark.bot.conversation.TestDatabases;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a delivery, by how its handling ends. */
class InboxTest {

  private static final ChatAddress CHAT = new ChatAddress(ChatAddress.TELEGRAM, "7");

  private final DataSource database = TestDatabases.h2();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final ConversationService conversations = mock(ConversationService.class);
  private volatile boolean forgetBeforeHandling;
  private final Inbox inbox =
      new Inbox(
          jdbc,
          new TransactionTemplate(new DataSourceTransactionManager(database)) {
            @Override
            public <T> @Nullable T execute(TransactionCallback<T> action) {
              if (forgetBeforeHandling) {
                jdbc.sql("update inbox set status = 'done', body = '', chat = ''").update();
              }
              return super.execute(action);
            }
          },
          conversations,
          JsonMapper.builder().build(),
          Clock.systemUTC(),
          30);

  @AfterEach
  void close() {
    inbox.stop();
  }

  private static IncomingMessage message(String id) {
    return new IncomingMessage(CHAT, id, new Content.Text(id), null);
  }

  private static IncomingMessage withId(String id) {
    return argThat(message -> message != null && message.deliveryId().equals(id));
  }

  private List<String> statuses() {
    return jdbc.sql("select status from inbox order by id").query(String.class).list();
  }

  private void awaitStatuses(String... statuses) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(statuses()).containsExactly(statuses));
  }

  @Test
  void putsAMessageAsideThatOverflowsTheStackAndHandlesTheNext() {
    doThrow(new StackOverflowError()).when(conversations).handle(withId("deep"));
    inbox.accept(message("deep"));
    inbox.accept(message("flat"));
    awaitStatuses("quarantined", "done");
    verify(conversations, times(3)).handle(withId("deep"));
    verify(conversations).apologise(CHAT);
    assertThat(jdbc.sql("select body from inbox order by id").query(String.class).list())
        .first()
        .asString()
        .contains("deep");
  }

  @Test
  void handlesNothingThatIsForgottenAfterItWasRead() {
    forgetBeforeHandling = true;
    inbox.accept(message("forgotten"));
    awaitStatuses("done");
    verify(conversations, never()).handle(any());
    verify(conversations, never()).apologise(any());
  }

  @Test
  void keepsWhatWasPutAsideUntilItsRetentionIsOver() {
    put("quarantined", "older", 31);
    put("quarantined", "newer", 29);
    put("done", "handled", 10);
    put("waiting", "waiting", 40);
    inbox.sweep();
    assertThat(jdbc.sql("select delivery_id from inbox order by id").query(String.class).list())
        .containsExactly("newer", "waiting");
  }

  private void put(String status, String id, int daysAgo) {
    jdbc.sql(
            """
            insert into inbox (channel, chat, delivery_id, body, status, attempts, received_at)
            values ('telegram', '8', :id, '{', :status, 0, :then)
            """)
        .param("id", id)
        .param("status", status)
        .param("then", OffsetDateTime.now().minusDays(daysAgo))
        .update();
  }
}
