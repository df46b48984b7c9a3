package org.waymark.bot.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The bot's own name in Telegram, without its at sign. Asked when it is first needed and kept then;
 * empty for a minute after Telegram did not tell it.
 */
final class OwnName implements Supplier<Optional<String>> {

  private static final Logger log = LoggerFactory.getLogger(OwnName.class);
  private static final Duration BEFORE_NEXT_TRY = Duration.ofMinutes(1);

  private final TelegramClient client;
  private @Nullable String name;
  private long nextTry = System.nanoTime();

  OwnName(TelegramClient client) {
    this.client = client;
  }

  @Override
  public synchronized Optional<String> get() {
    if (name == null && System.nanoTime() - nextTry >= 0) {
      nextTry = System.nanoTime() + BEFORE_NEXT_TRY.toNanos();
      try {
        name = client.execute(new GetMe()).getUserName();
      } catch (TelegramApiException e) {
        log.warn("Telegram did not tell the bot's name; in groups its commands count only bare.");
      }
    }
    return Optional.ofNullable(name);
  }
}
