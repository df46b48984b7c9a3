package org.waymark.bot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Spaces messages as Telegram's limits ask: evenly, fewer than 30 a second overall, one a second to
 * the same person and fewer than 20 a minute to the same group. Keeps nothing beyond this process.
 * Safe for use by several threads.
 */
final class SendingPace {

  private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(36);
  private static final Duration BETWEEN_MESSAGES_OF_A_PERSON = Duration.ofSeconds(1);
  private static final Duration BETWEEN_MESSAGES_OF_A_GROUP = Duration.ofMillis(3_100);
  private static final Duration LONGEST_TURN = Duration.ofMinutes(10);

  private final LongSupplier nanoTime;
  private final Cache<String, Long> nextOfChat = moments();
  private final Cache<String, Long> turns = moments();
  private long next;

  /** Makes a pace that reads the time from a clock such as {@link System#nanoTime}. */
  SendingPace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  private static Cache<String, Long> moments() {
    return Caffeine.newBuilder().expireAfterWrite(LONGEST_TURN).maximumSize(100_000).build();
  }

  /**
   * How long a chat's next message has to wait. Zero means that it is sent now. A chat that has to
   * wait for others only keeps its turn among them until it asks again.
   */
  synchronized Duration pause(String chat) {
    long now = nanoTime.getAsLong();
    Long own = nextOfChat.getIfPresent(chat);
    if (own != null && own - now > 0) {
      return Duration.ofNanos(own - now);
    }
    Long turn = turns.getIfPresent(chat);
    if (turn == null) {
      turn = next - now > 0 ? next : now;
      next = turn + BETWEEN_MESSAGES.toNanos();
    }
    if (turn - now > 0) {
      turns.put(chat, turn);
      return Duration.ofNanos(turn - now);
    }
    turns.invalidate(chat);
    nextOfChat.put(chat, now + betweenMessagesOf(chat).toNanos());
    return Duration.ZERO;
  }

  /** The ids of groups are negative. */
  private static Duration betweenMessagesOf(String chat) {
    return chat.startsWith("-") ? BETWEEN_MESSAGES_OF_A_GROUP : BETWEEN_MESSAGES_OF_A_PERSON;
  }
}
