package org.waymark.bot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Spaces messages as Telegram's limits ask: at most 30 a second overall, evenly spaced, and one a
 * second to the same chat after a short burst. Safe for use by several threads.
 */
final class SendingPace {

  private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(36);

  private final Duration betweenMessagesOfAChat;
  private final Cache<String, Long> nextOfChat =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(100_000).build();
  private long next = System.nanoTime();

  SendingPace(Duration betweenMessagesOfAChat) {
    this.betweenMessagesOfAChat = betweenMessagesOfAChat;
  }

  /** Waits until a message may be sent to a chat. */
  void await(String chat) {
    long pause;
    synchronized (this) {
      long now = System.nanoTime();
      Long own = nextOfChat.getIfPresent(chat);
      long at = Math.max(now, Math.max(next, own == null ? now : own));
      next = Math.max(now, next) + BETWEEN_MESSAGES.toNanos();
      nextOfChat.put(chat, at + betweenMessagesOfAChat.toNanos());
      pause = at - now;
    }
    if (pause > 0) {
      try {
        Thread.sleep(Duration.ofNanos(pause));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
