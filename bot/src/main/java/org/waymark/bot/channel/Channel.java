package org.waymark.bot.channel;

import java.time.Duration;

/** A chat platform that messages are sent through. */
public interface Channel {

  /** The name of the platform, as {@link ChatAddress#channel()} gives it. */
  String name();

  /**
   * How long the next message to a chat has to wait, so that the platform's limits are kept. Zero
   * means now, and counts as a message that is sent.
   */
  Duration pause(String chat);

  /**
   * Sends a message, or a part of one that is too long for the platform. Returning means that the
   * platform has it.
   *
   * @param part which part, from 0
   * @return whether another part follows
   * @throws DeliveryException if it was not sent, or if that is unknown
   */
  boolean send(String chat, OutgoingMessage message, int part) throws DeliveryException;
}
