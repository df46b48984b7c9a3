package org.waymark.bot.conversation;

import javax.sql.DataSource;

class H2ConversationsTest extends ConversationsContract {

  @Override
  DataSource database() {
    return TestDatabases.h2();
  }
}
