package org.waymark.bot.telegram;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import org.waymark.bot.channel.IncomingMessage;
import org.waymark.bot.channel.MessageHandler;

/** Takes an update in: stored first, then the pressed button's progress bar is ended. */
final class TelegramUpdates {

  private static final Logger log = LoggerFactory.getLogger(TelegramUpdates.class);

  private final MessageHandler inbox;
  private final TelegramClient client;
  private final UpdateReader reader;

  TelegramUpdates(MessageHandler inbox, TelegramClient client, UpdateReader reader) {
    this.inbox = inbox;
    this.client = client;
    this.reader = reader;
  }

  /** Returns once the update is stored, or dropped as unreadable; throws if storing it failed. */
  void accept(Update update) {
    read(update).ifPresent(inbox::accept);
    if (update.hasCallbackQuery() && update.getCallbackQuery().getId() != null) {
      String query = update.getCallbackQuery().getId();
      Thread.ofVirtual().name("telegram-button").start(() -> endProgress(query));
    }
  }

  private Optional<IncomingMessage> read(Update update) {
    try {
      return reader.read(update);
    } catch (RuntimeException e) {
      log.warn(
          "Update {} is not readable and is dropped ({}).",
          update.getUpdateId(),
          e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void endProgress(String query) {
    try {
      client.execute(AnswerCallbackQuery.builder().callbackQueryId(query).build());
    } catch (TelegramApiException e) {
      log.debug("A button's progress bar was not ended: Telegram no longer knows the press.");
    }
  }
}
