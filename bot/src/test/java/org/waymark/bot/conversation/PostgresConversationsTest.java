package org.waymark.bot.conversation;

import javax.sql.DataSource;

class PostgresConversationsTest extends ConversationsContract {

  @Override
  DataSource database() {
    return TestDatabases.postgres();
  }
}
