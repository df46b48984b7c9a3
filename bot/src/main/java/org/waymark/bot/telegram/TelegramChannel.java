package org.waymark.bot.telegram;

import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;
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
  private final BiFunction<String, Locale, Optional<byte[]>> cards;

  /**
   * Makes a channel.
   *
   * @param cards gives the picture of an intent's card in a language
   */
  TelegramChannel(
      TelegramClient client, SendingPace pace, BiFunction<String, Locale, Optional<byte[]>> cards) {
    this.client = client;
    this.pace = pace;
    this.cards = cards;
  }

  @Override
  public String name() {
    return ChatAddress.TELEGRAM;
  }

  @Override
  public Duration pause(String chat) {
    return pace.pause(chat);
  }

  @Override
  public boolean send(String chat, OutgoingMessage message, int part) throws DeliveryException {
    if (message.kind().equals("card") && message.intent() != null) {
      sendCard(chat, message, message.intent());
      return false;
    }
    List<TelegramText> parts = TelegramText.of(message.text());
    if (part >= parts.size()) {
      return false;
    }
    boolean last = part == parts.size() - 1;
    TelegramText text = parts.get(part);
    SendMessage words =
        SendMessage.builder()
            .chatId(chat)
            .text(text.text())
            .entities(text.entities())
            .disableWebPagePreview(true)
            .replyMarkup(last ? keyboard(message.options()) : null)
            .build();
    send(() -> client.execute(words));
    return !last;
  }

  private void sendCard(String chat, OutgoingMessage message, String intent)
      throws DeliveryException {
    byte[] picture =
        cards
            .apply(intent, message.language())
            .orElseThrow(
                () ->
                    new DeliveryException(
                        Outcome.NEVER, "The answer of the card is gone.", Duration.ZERO));
    // As a photo Telegram would shrink it to 1,280 pixels, too small to read or print.
    SendDocument card =
        SendDocument.builder()
            .chatId(chat)
            .document(new InputFile(new ByteArrayInputStream(picture), intent + ".png"))
            .caption(message.text().plainText())
            .replyMarkup(keyboard(message.options()))
            .build();
    send(() -> client.execute(card));
  }

  /** A call of the Bot API. */
  private interface Call {
    void run() throws TelegramApiException;
  }

  private static void send(Call call) throws DeliveryException {
    try {
      call.run();
    } catch (TelegramApiRequestException e) {
      throw refused(e);
    } catch (TelegramApiValidationException e) {
      throw new DeliveryException(
          Outcome.NEVER, "It is no message that Telegram takes.", Duration.ZERO);
    } catch (TelegramApiException e) {
      throw neverReached(e)
          ? new DeliveryException(Outcome.NOT_SENT, "Telegram was not reached.", Duration.ZERO)
          : new DeliveryException(
              Outcome.UNKNOWN, "Telegram's answer was lost (" + reason(e) + ").", Duration.ZERO);
    }
  }

  private static boolean neverReached(TelegramApiException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
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
      case 429 -> new DeliveryException(Outcome.NOT_SENT, reason, retryAfter(e));
      case 400, 403 -> new DeliveryException(Outcome.NEVER, reason, Duration.ZERO);
      case 0 ->
          new DeliveryException(
              Outcome.UNKNOWN, "Telegram's answer was not readable.", Duration.ZERO);
      // 401 and 404 among them: the token is wrong, and can be put right.
      default -> new DeliveryException(Outcome.NOT_SENT, reason, Duration.ZERO);
    };
  }

  /** How long Telegram asks to wait; zero if it does not say. */
  static Duration retryAfter(TelegramApiRequestException refusal) {
    ResponseParameters parameters = refusal.getParameters();
    Integer seconds = parameters == null ? null : parameters.getRetryAfter();
    return seconds == null ? Duration.ZERO : Duration.ofSeconds(Math.clamp(seconds, 0, 86_400));
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
