package org.waymark.bot.channel;

/**
 * Where a chat takes place.
 *
 * @param channel the platform, {@code web} or {@code telegram}
 * @param chat the chat's id on that platform
 */
public record ChatAddress(String channel, String chat) {

  /** The name of the web chat's channel. */
  public static final String WEB = "web";

  /** The name of Telegram's channel. */
  public static final String TELEGRAM = "telegram";

  /** The channel alone: a chat's id names a person and does not belong in logs. */
  @Override
  public String toString() {
    return channel;
  }
}
