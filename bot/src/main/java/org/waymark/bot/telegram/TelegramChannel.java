package org.waymark.bot.telegram;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import org.waymark.bot.channel.Channel;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.DeliveryException;
import org.waymark.bot.channel.DeliveryException.Outcome;
import org.waymark.bot.channel.OutgoingMessage;
import org.waymark.bot.channel.OutgoingMessage.Option;

/** Sends messages through the Bot API, spaced as Telegram asks. */
final class TelegramChannel implements Channel {

  private final TelegramClient client;
  private final SendingPace pace;

  TelegramChannel(TelegramClient client, SendingPace pace) {
    this.client = client;
    this.pace = pace;
  }

  @Override
  public String name() {
    return ChatAddress.TELEGRAM;
  }

  @Override
  public void send(String chat, OutgoingMessage message) throws DeliveryException {
    List<TelegramText> parts = TelegramText.of(message.text());
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      TelegramText part = parts.get(i);
      send(
          SendMessage.builder()
              .chatId(chat)
              .text(part.text())
              .entities(part.entities())
              .disableWebPagePreview(true)
              .replyMarkup(last ? keyboard(message.options()) : null)
              .build());
    }
  }

  private void send(SendMessage message) throws DeliveryException {
    pace.await(message.getChatId());
    try {
      client.execute(message);
    } catch (TelegramApiRequestException e) {
      throw refused(e);
    } catch (TelegramApiException e) {
      throw new DeliveryException(
          Outcome.UNKNOWN, "Telegram's answer was lost (" + reason(e) + ").", Duration.ZERO);
    }
  }

  private static String reason(TelegramApiException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getClass().getSimpleName();
  }

  private static DeliveryException refused(TelegramApiRequestException e) {
    Integer status = e.getErrorCode();
    int code = status == null ? 0 : status;
    String reason = "Telegram answered " + code + ".";
    return switch (code) {
      case 429 -> new DeliveryException(Outcome.NOT_SENT, reason, pause(e.getParameters()));
      case 400, 403, 404 -> new DeliveryException(Outcome.NEVER, reason, Duration.ZERO);
      case 0 ->
          new DeliveryException(
              Outcome.UNKNOWN, "Telegram's answer was not readable.", Duration.ZERO);
      default -> new DeliveryException(Outcome.NOT_SENT, reason, Duration.ZERO);
    };
  }

  private static Duration pause(@Nullable ResponseParameters parameters) {
    Integer seconds = parameters == null ? null : parameters.getRetryAfter();
    return Duration.ofSeconds(seconds == null ? 1 : Math.clamp(seconds, 1, 86_400));
  }

  private static @Nullable InlineKeyboardMarkup keyboard(List<Option> options) {
    if (options.isEmpty()) {
      return null;
    }
    List<InlineKeyboardRow> rows =
        options.stream()
            .map(
                option ->
                    new InlineKeyboardRow(
                        InlineKeyboardButton.builder()
                            .text(option.label())
                            .callbackData(option.id())
                            .build()))
            .toList();
    return InlineKeyboardMarkup.builder().keyboard(rows).build();
  }
}
