package org.waymark.bot.delivery;

import org.waymark.bot.conversation.TestDatabases;

class H2OutboxTest extends OutboxContract {
  H2OutboxTest() {
    super(TestDatabases.h2());
  }
}
