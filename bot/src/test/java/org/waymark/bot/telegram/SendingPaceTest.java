package org.waymark.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingPaceTest {

  private long now = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();
  private final SendingPace pace = new SendingPace(() -> now);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  /** How long a chat waits in all until its next message is sent. */
  private Duration untilSent(String chat) {
    Duration waited = Duration.ZERO;
    while (true) {
      Duration pause = pace.pause(chat);
      if (pause.isZero()) {
        return waited;
      }
      pass(pause);
      waited = waited.plus(pause);
    }
  }

  @Test
  void sendsOneMessageASecondToAPerson() {
    assertThat(untilSent("1")).isZero();
    assertThat(untilSent("1")).isEqualTo(Duration.ofSeconds(1));
    assertThat(untilSent("1")).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void sendsAtMostTwentyMessagesAMinuteToAGroup() {
    Duration waited = Duration.ZERO;
    for (int i = 0; i < 21; i++) {
      waited = waited.plus(untilSent("-100"));
    }
    assertThat(waited).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(63));
  }

  @Test
  void givesEachChatItsOwnTurnBelowThirtyMessagesASecond() {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      pauses.add(pace.pause(Integer.toString(i)));
    }
    assertThat(pauses).doesNotHaveDuplicates().isSorted();
    assertThat(pauses.getLast()).isBetween(Duration.ofMillis(3_300), Duration.ofMillis(3_700));
    pass(pauses.getLast());
    for (int i = 2; i <= 100; i++) {
      assertThat(pace.pause(Integer.toString(i))).isZero();
    }
  }

  @Test
  void aChatThatHasToWaitForItselfTakesNoTurnOfOthers() {
    assertThat(pace.pause("1")).isZero();
    for (int i = 0; i < 100; i++) {
      pace.pause("1");
    }
    pass(Duration.ofMillis(36));
    assertThat(pace.pause("2")).isZero();
  }
}
