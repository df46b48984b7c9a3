package org.waymark.bot.telegram;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Fetches updates. An update is confirmed to Telegram by the next request's offset, and that
 * request is only made when the update is stored, so none is lost when the application stops at any
 * moment.
 */
final class TelegramPolling implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TelegramPolling.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int MOST_AT_ONCE = 100;
  private static final int LONGEST_WAIT_SECONDS = 25;
  private static final List<String> WANTED = List.of("message", "edited_message", "callback_query");

  private final TelegramClient client;
  private final TelegramUpdates updates;
  private final TelegramProperties properties;
  private final JdbcClient jdbc;
  private volatile boolean running;
  private @Nullable Thread thread;

  TelegramPolling(
      TelegramClient client,
      TelegramUpdates updates,
      TelegramProperties properties,
      JdbcClient jdbc) {
    this.client = client;
    this.updates = updates;
    this.properties = properties;
    this.jdbc = jdbc;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("telegram-polling").daemon(true).start(this::poll);
  }

  private void poll() {
    Duration pause = Duration.ZERO;
    while (running) {
      try {
        Thread.sleep(pause);
        fetch();
        pause = Duration.ZERO;
      } catch (InterruptedException e) {
        return;
      } catch (TelegramApiException | RuntimeException e) {
        if (!running) {
          return;
        }
        pause = longer(pause);
        log.warn(
            "Taking updates in failed: {} Trying again in {} s.", sentence(e), pause.toSeconds());
      }
    }
  }

  private void fetch() throws TelegramApiException {
    long offset =
        jdbc.sql("select next_update_id from telegram_offset where bot_id = :bot")
            .param("bot", properties.botId())
            .query(Long.class)
            .optional()
            .orElse(0L);
    List<Update> fetched =
        client.execute(
            new GetReadableUpdates((int) offset, MOST_AT_ONCE, LONGEST_WAIT_SECONDS, WANTED));
    for (Update update : fetched) {
      updates.accept(update);
    }
    if (!fetched.isEmpty()) {
      remember(fetched.getLast().getUpdateId() + 1L);
    }
  }

  private void remember(long next) {
    int updated =
        jdbc.sql("update telegram_offset set next_update_id = :next where bot_id = :bot")
            .param("next", next)
            .param("bot", properties.botId())
            .update();
    if (updated == 0) {
      jdbc.sql("insert into telegram_offset (bot_id, next_update_id) values (:bot, :next)")
          .param("bot", properties.botId())
          .param("next", next)
          .update();
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.isZero() ? Duration.ofSeconds(1) : pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private static String sentence(Exception e) {
    Integer code = e instanceof TelegramApiRequestException refused ? refused.getErrorCode() : null;
    if (code == null) {
      String what =
          e instanceof TelegramApiException
              ? "Telegram was not reached, or its answer was not readable ("
              : "an update was not stored, or how far they were stored is not known (";
      return what + e.getClass().getSimpleName() + ").";
    }
    return switch (code) {
      case 401, 404 ->
          "Telegram does not know this token; copy it again from BotFather into"
              + " WAYMARK_TELEGRAM_TOKEN.";
      case 409 ->
          "Another instance fetches updates with the same token, or a webhook is set; stop the"
              + " other one.";
      default -> "Telegram answered " + code + ".";
    };
  }

  @Override
  public void stop() {
    running = false;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
