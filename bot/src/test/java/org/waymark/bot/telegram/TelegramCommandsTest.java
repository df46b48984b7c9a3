package org.waymark.bot.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;
import org.waymark.localization.Messages;

class TelegramCommandsTest {

  private static final String TAKEN = "{\"ok\":true,\"result\":true}";
  private static final String RETRY_AFTER = ",\"parameters\":{\"retry_after\":1}";

  private final Languages languages = Languages.load();
  private final Messages messages = Messages.load();

  @Test
  void describesEachCommandInEachLanguageThatIsServed() {
    List<BotCommand> english = TelegramCommands.commands(messages, Locale.ENGLISH);
    for (Language language : languages.offered()) {
      List<BotCommand> commands = TelegramCommands.commands(messages, language.locale());
      assertThat(commands).hasSameSizeAs(english);
      assertThat(commands)
          .allSatisfy(c -> assertThat(c.getDescription()).isNotBlank().hasSizeLessThan(256));
      if (!language.locale().equals(Locale.ENGLISH)) {
        assertThat(commands).doesNotContainAnyElementsOf(english);
      }
    }
  }

  private static TelegramClient client(WireMockServer telegram) {
    return new TelegramConfiguration()
        .telegramClient(
            new TelegramProperties(
                TelegramPollingTest.TOKEN, null, URI.create(telegram.baseUrl()), null));
  }

  private static void refuse(
      WireMockServer telegram, String language, String state, String next, int code, String more) {
    telegram.stubFor(
        any(anyUrl())
            .withRequestBody(matchingJsonPath("$.language_code", equalTo(language)))
            .inScenario("menu")
            .whenScenarioStateIs(state)
            .willSetStateTo(next)
            .willReturn(
                aResponse()
                    .withStatus(code)
                    .withBody(
                        "{\"ok\":false,\"error_code\":%d,\"description\":\"x\"%s}"
                            .formatted(code, more))));
  }

  private static int sent(WireMockServer telegram, String language) {
    return telegram
        .findAll(
            anyRequestedFor(anyUrl())
                .withRequestBody(matchingJsonPath("$.language_code", equalTo(language))))
        .size();
  }

  @Test
  void knowsItsCommandsByName() {
    assertThat(TelegramCommands.commands(messages, Locale.ENGLISH))
        .allMatch(command -> TelegramCommands.has(command.getCommand()));
    assertThat(TelegramCommands.has("startx")).isFalse();
  }

  @Test
  void aRefusalForOneLanguageStopsNoOtherAndIsTriedAgain() {
    WireMockServer telegram = new WireMockServer(wireMockConfig().dynamicPort());
    telegram.start();
    try {
      telegram.stubFor(any(anyUrl()).willReturn(okJson(TAKEN)));
      refuse(telegram, "es", Scenario.STARTED, "refused once", 400, "");
      refuse(telegram, "es", "refused once", "refused twice", 429, RETRY_AFTER);
      new TelegramCommands(client(telegram), languages, messages, Duration.ofMillis(10)).announce();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(sent(telegram, "es")).isEqualTo(3));
      for (Language language : languages.offered()) {
        String code = language.locale().getLanguage();
        if (!code.equals("es")) {
          assertThat(sent(telegram, code)).isPositive();
        }
      }
      assertThat(telegram.getAllServeEvents())
          .allMatch(
              event -> event.getRequest().getBodyAsString().contains("\"all_private_chats\""));
    } finally {
      telegram.stop();
    }
  }
}
