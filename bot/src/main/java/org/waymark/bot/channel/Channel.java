package org.waymark.bot.channel;

/** A chat platform that messages are sent through. */
public interface Channel {

  /** The name of the platform, as {@link ChatAddress#channel()} gives it. */
  String name();

  /**
   * Sends a message. Returning means that the platform has it.
   *
   * @throws DeliveryException if it was not sent, or if that is unknown
   */
  void send(String chat, OutgoingMessage message) throws DeliveryException;
}
