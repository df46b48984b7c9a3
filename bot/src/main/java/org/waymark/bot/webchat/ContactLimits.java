package org.waymark.bot.webchat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How much one contact may send, so that one cannot keep the others waiting. Safe to lose. */
@Component
class ContactLimits {

  private static final int MESSAGES_A_MINUTE = 40;
  private static final int BEGINNINGS_A_MINUTE = 60;

  private final LoadingCache<String, AtomicInteger> messages = counters();
  private final LoadingCache<String, AtomicInteger> beginnings = counters();

  private static LoadingCache<String, AtomicInteger> counters() {
    return Caffeine.newBuilder()
        .expireAfterWrite(Duration.ofMinutes(1))
        .maximumSize(100_000)
        .build(_ -> new AtomicInteger());
  }

  void message(String conversation) {
    count(messages, conversation, MESSAGES_A_MINUTE, "messages");
  }

  void beginning(String origin) {
    count(beginnings, origin, BEGINNINGS_A_MINUTE, "conversations");
  }

  private static void count(
      LoadingCache<String, AtomicInteger> counters, String key, int most, String what) {
    if (counters.get(key).incrementAndGet() > most) {
      throw new ChatRequestException(
          HttpStatus.TOO_MANY_REQUESTS,
          "These are more than "
              + most
              + " "
              + what
              + " in a minute; wait a minute and send it again.");
    }
  }
}
