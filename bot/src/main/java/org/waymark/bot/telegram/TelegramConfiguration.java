package org.waymark.bot.telegram;

import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import org.waymark.bot.card.Cards;
import org.waymark.bot.channel.MessageHandler;
import org.waymark.localization.Languages;
import org.waymark.localization.Messages;

/** Puts Telegram together where a token is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(TelegramTokenPresent.class)
class TelegramConfiguration {

  /** Telegram answers getUpdates after at most 25 s; everything else is fast. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(35);

  private static final Duration BEFORE_COMMANDS_AGAIN = Duration.ofSeconds(10);

  @Bean
  TelegramClient telegramClient(TelegramProperties properties) {
    URI api = properties.api();
    int port = api.getPort() >= 0 ? api.getPort() : "https".equals(api.getScheme()) ? 443 : 80;
    OkHttpClient http =
        ConnectionGuard.on(new OkHttpClient.Builder())
            // A silently repeated request would send a message twice.
            .retryOnConnectionFailure(false)
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(LONGEST_CALL)
            .callTimeout(LONGEST_CALL)
            .build();
    return new OkHttpTelegramClient(
        http,
        properties.requiredToken(),
        TelegramUrl.builder()
            .schema(api.getScheme())
            .host(api.getHost())
            .port(port)
            .testServer(false)
            .build());
  }

  @Bean
  TelegramChannel telegramChannel(TelegramClient client, Cards cards) {
    return new TelegramChannel(client, new SendingPace(System::nanoTime), cards::picture);
  }

  @Bean
  TelegramUpdates telegramUpdates(
      MessageHandler inbox, TelegramClient client, TelegramProperties properties) {
    UpdateReader reader = new UpdateReader(properties.botId(), new OwnName(client));
    return new TelegramUpdates(inbox, client, reader);
  }

  @Bean
  TelegramCommands telegramCommands(TelegramClient client, Languages languages, Messages messages) {
    return new TelegramCommands(client, languages, messages, BEFORE_COMMANDS_AGAIN);
  }

  @Bean
  @ConditionalOnProperty(
      name = "waymark.telegram.mode",
      havingValue = "polling",
      matchIfMissing = true)
  TelegramPolling telegramPolling(
      TelegramClient client,
      TelegramUpdates updates,
      TelegramProperties properties,
      JdbcClient jdbc) {
    return new TelegramPolling(client, updates, properties, jdbc);
  }
}
