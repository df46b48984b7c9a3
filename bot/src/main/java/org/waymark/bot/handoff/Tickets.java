package org.waymark.bot.handoff;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.bot.conversation.HandoffCancelled;
import org.waymark.bot.conversation.HandoffRequested;

/** Stores a ticket in the transaction that tells the contact about it. */
@Component
class Tickets {

  private final JdbcClient jdbc;
  private final Clock clock;

  Tickets(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void open(HandoffRequested requested) {
    jdbc.sql(
            """
            insert into ticket (id, reference, conversation_id, reason, language, status, created_at)
            values (:id, :reference, :conversation, :reason, :language, 'waiting', :now)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("reference", requested.reference())
        .param("conversation", requested.conversation())
        .param("reason", requested.reason().name().toLowerCase(Locale.ROOT))
        .param("language", requested.language().toLanguageTag())
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  @EventListener
  void cancel(HandoffCancelled cancelled) {
    jdbc.sql(
            "update ticket set status = 'cancelled' where reference = :reference and status ="
                + " 'waiting'")
        .param("reference", cancelled.reference())
        .update();
  }
}
