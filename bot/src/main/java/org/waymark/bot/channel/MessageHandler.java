package org.waymark.bot.channel;

/** Takes messages in; the adapters call it and tell their platform "ok" only when it returned. */
public interface MessageHandler {

  /**
   * Stores a message durably; it is answered later, in the order of its chat. A delivery that was
   * stored before is dropped.
   *
   * @return whether the delivery is new
   */
  boolean accept(IncomingMessage message);
}
