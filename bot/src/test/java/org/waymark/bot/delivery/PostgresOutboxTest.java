package org.waymark.bot.delivery;

import org.waymark.bot.conversation.TestDatabases;

class PostgresOutboxTest extends OutboxContract {
  PostgresOutboxTest() {
    super(TestDatabases.postgres());
  }
}
