package org.waymark.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.waymark.bot.channel.ChatAddress;

class LanesTest {

  private final Map<String, Integer> pieces = new ConcurrentHashMap<>();

  private static ChatAddress chat(String id) {
    return new ChatAddress(ChatAddress.TELEGRAM, id);
  }

  private Optional<Duration> pauseLong(ChatAddress chat) {
    return pieces.merge(chat.chat(), 1, Integer::sum) == 1
        ? Optional.of(Duration.ofMinutes(1))
        : Optional.empty();
  }

  @Test
  void aLaneThatPausesHoldsUpNoOther() {
    try (Lanes lanes = new Lanes("test", 1, this::pauseLong)) {
      for (int i = 0; i < 20; i++) {
        lanes.wake(chat("chat" + i));
      }
      await().atMost(Duration.ofSeconds(5)).until(() -> pieces.size() == 20);
    }
    assertThat(pieces.values()).allMatch(count -> count == 1);
  }

  @Test
  void aLaneThatFailsIsTakenUpWhenItIsWokenAgain() {
    AtomicInteger calls = new AtomicInteger();
    try (Lanes lanes =
        new Lanes(
            "test",
            1,
            _ -> {
              if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException();
              }
              return Optional.empty();
            })) {
      await()
          .atMost(Duration.ofSeconds(5))
          .until(
              () -> {
                lanes.wake(chat("a"));
                return calls.get() > 1;
              });
    }
  }
}
