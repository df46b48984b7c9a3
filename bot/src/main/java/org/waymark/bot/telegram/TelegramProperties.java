package org.waymark.bot.telegram;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How Telegram is reached.
 *
 * @param token the bot's token from BotFather; without one Telegram is off
 * @param mode whether updates are fetched or received
 * @param apiUrl the address of the Bot API; Telegram's own by default
 * @param webhookSecret the secret Telegram sends with each update, 32 to 256 of {@code A-Za-z0-9_-}
 */
@ConfigurationProperties("waymark.telegram")
record TelegramProperties(
    @Nullable String token,
    @Nullable Mode mode,
    @Nullable URI apiUrl,
    @Nullable String webhookSecret) {

  private static final Pattern TOKEN = Pattern.compile("\\d{3,20}:[A-Za-z0-9_-]{20,100}");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32,256}");
  private static final URI TELEGRAM = URI.create("https://api.telegram.org");

  /** How updates come in. */
  enum Mode {
    /** The application asks Telegram for them. */
    POLLING,
    /** Telegram sends them to {@code /telegram/webhook}. */
    WEBHOOK
  }

  TelegramProperties {
    token = token == null || token.isBlank() ? null : token.strip();
    if (token != null && !TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "The Telegram token does not look like one (123456:ABC...); copy it again from BotFather"
              + " into WAYMARK_TELEGRAM_TOKEN.");
    }
    if (token == null && mode == Mode.WEBHOOK) {
      throw new IllegalArgumentException(
          "Webhook mode needs the bot's token; set WAYMARK_TELEGRAM_TOKEN to the one BotFather gave"
              + " you, or remove waymark.telegram.mode to run without Telegram.");
    }
    if (token != null
        && mode == Mode.WEBHOOK
        && (webhookSecret == null || !SECRET.matcher(webhookSecret).matches())) {
      throw new IllegalArgumentException(
          "Webhook mode needs waymark.telegram.webhook-secret with 32 to 256 characters of A-Z,"
              + " a-z, 0-9, _ and -; set WAYMARK_TELEGRAM_WEBHOOK_SECRET, for example to the output"
              + " of: openssl rand -hex 32");
    }
  }

  Mode modeOrDefault() {
    return mode == null ? Mode.POLLING : mode;
  }

  URI api() {
    return apiUrl == null ? TELEGRAM : apiUrl;
  }

  String requiredToken() {
    if (token == null) {
      throw new IllegalStateException("There is no Telegram token.");
    }
    return token;
  }

  long botId() {
    return Long.parseLong(requiredToken().substring(0, requiredToken().indexOf(':')));
  }

  /** Not the secrets: they do not belong in logs. */
  @Override
  public String toString() {
    return "TelegramProperties["
        + modeOrDefault()
        + ", token "
        + (token == null ? "absent" : "set")
        + "]";
  }
}
