package org.waymark.bot.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.waymark.bot.channel.Transcripts;

/** Following conversations, without a network. */
class LiveTranscriptsTest {

  private static final String CONVERSATION = "c";

  private final LiveTranscripts live = new LiveTranscripts();

  @AfterEach
  void endsAll() {
    live.stop();
    awaitNobody();
  }

  private Map<?, ?> followers() {
    Object followers = ReflectionTestUtils.getField(live, "followers");
    assertThat(followers).isInstanceOf(Map.class);
    return (Map<?, ?>) followers;
  }

  private void awaitNobody() {
    await().until(() -> followers().isEmpty());
  }

  private static void awaitEnd(SseEmitter emitter) {
    await()
        .untilAsserted(
            () -> assertThatIllegalStateException().isThrownBy(() -> emitter.send("more")));
  }

  @Test
  void doesNotWaitForASlowPage() throws InterruptedException {
    CountDownLatch slow = new CountDownLatch(1);
    AtomicInteger reads = new AtomicInteger();
    live.follow(
        CONVERSATION,
        0,
        (_, _) -> {
          awaitLatch(slow);
          return List.of();
        });
    live.follow(
        CONVERSATION,
        0,
        (_, _) -> {
          reads.incrementAndGet();
          return List.of();
        });
    await().until(() -> reads.get() == 1);
    live.grown(new Transcripts.Grown(CONVERSATION)); // would not come back if it wrote itself
    await().until(() -> reads.get() == 2);
    slow.countDown();
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void endsTheOldestPageOfTooMany() throws Exception {
    List<SseEmitter> emitters = new ArrayList<>();
    for (int i = 0; i <= LiveTranscripts.MOST_FOLLOWERS; i++) {
      emitters.add(live.follow(CONVERSATION, 0, (_, _) -> List.of()));
    }
    awaitEnd(emitters.getFirst());
    for (SseEmitter emitter : emitters.subList(1, emitters.size())) {
      emitter.send("still open");
    }
    assertThat((List<?>) followers().get(CONVERSATION)).hasSize(LiveTranscripts.MOST_FOLLOWERS);
  }

  @Test
  void forgetsAPageWhoseLinesCannotBeRead() {
    SseEmitter emitter =
        live.follow(
            CONVERSATION,
            0,
            (_, _) -> {
              throw new IllegalArgumentException("The database is down.");
            });
    awaitEnd(emitter);
    awaitNobody();
  }

  @Test
  void endsAllPagesWhenStopped() {
    SseEmitter emitter = live.follow(CONVERSATION, 0, (_, _) -> List.of());
    live.stop();
    awaitEnd(emitter);
  }
}
