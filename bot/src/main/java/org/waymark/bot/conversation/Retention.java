package org.waymark.bot.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.guidance.SchoolProperties;

/** Erases conversations that nobody wrote in for as long as the contacts were told. */
@Component
class Retention {

  private static final Logger log = LoggerFactory.getLogger(Retention.class);

  private final Conversations conversations;
  private final Outgoing outgoing;
  private final SchoolProperties school;
  private final Clock clock;

  Retention(Conversations conversations, Outgoing outgoing, SchoolProperties school, Clock clock) {
    this.conversations = conversations;
    this.outgoing = outgoing;
    this.school = school;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  @Transactional
  void erase() {
    List<ChatAddress> erased =
        conversations.eraseUntouchedSince(clock.instant().minus(Duration.ofDays(school.days())));
    erased.forEach(outgoing::forget);
    if (!erased.isEmpty()) {
      log.info(
          "Erased {} conversations after {} days without a message.", erased.size(), school.days());
    }
  }
}
