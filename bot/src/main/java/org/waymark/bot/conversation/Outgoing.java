package org.waymark.bot.conversation;

import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.OutgoingMessage;

/** Where messages are put that a platform must be called for; part of the caller's transaction. */
public interface Outgoing {

  /** Stores a message for delivery. Channels that fetch their messages themselves are left out. */
  void enqueue(ChatAddress address, OutgoingMessage message);

  /** Forgets what is stored about a chat: bodies at once, and whose deliveries they were. */
  void forget(ChatAddress address);
}
