package org.waymark.bot.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import org.waymark.bot.channel.DeliveryException;
import org.waymark.bot.channel.DeliveryException.Outcome;
import org.waymark.bot.channel.OutgoingMessage;
import org.waymark.bot.channel.RichText;

/** What is known about a message, by what becomes of the call. */
class TelegramChannelTest {

  private static final BiFunction<String, Locale, Optional<byte[]>> CARDS =
      (intent, language) ->
          intent.equals("financial-aid")
              ? Optional.of(("picture " + language).getBytes(UTF_8))
              : Optional.empty();

  private final WireMockServer telegram = new WireMockServer(wireMockConfig().dynamicPort());

  @BeforeEach
  void start() {
    telegram.start();
  }

  @AfterEach
  void stop() {
    telegram.stop();
  }

  private static TelegramChannel at(String address) {
    TelegramClient client =
        new TelegramConfiguration()
            .telegramClient(
                new TelegramProperties(TelegramPollingTest.TOKEN, null, URI.create(address), null));
    return new TelegramChannel(client, new SendingPace(System::nanoTime), CARDS);
  }

  private void acceptMessages() {
    telegram.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withBody(
                        "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":7,"
                            + "\"type\":\"private\"},\"text\":\"x\"}}")));
  }

  private static OutgoingMessage message(String text) {
    return new OutgoingMessage(
        "answer", null, Locale.ENGLISH, RichText.plain(text), List.of(), List.of());
  }

  private static DeliveryException failure(TelegramChannel channel) {
    return catchThrowableOfType(
        DeliveryException.class, () -> channel.send("7", message("hello"), 0));
  }

  @ParameterizedTest
  @CsvSource({
    "400, NEVER",
    "403, NEVER",
    "401, NOT_SENT",
    "404, NOT_SENT",
    "429, NOT_SENT",
    "500, NOT_SENT"
  })
  void tellsRefusalsApart(int code, Outcome outcome) {
    telegram.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(code)
                    .withBody(
                        "{\"ok\":false,\"error_code\":%d,\"description\":\"x\"}".formatted(code))));
    assertThat(failure(at(telegram.baseUrl())).outcome()).isEqualTo(outcome);
  }

  @Test
  void doesNotKnowWhatALostAnswerSaid() {
    telegram.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    assertThat(failure(at(telegram.baseUrl())).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1", "http://nowhere.invalid", "https://localhost:%d"})
  void knowsThatNothingIsSentWithoutAConnection(String address) {
    assertThat(failure(at(address.formatted(telegram.port()))).outcome())
        .isEqualTo(Outcome.NOT_SENT);
  }

  @Test
  void sendsACardAsAPicture() throws Exception {
    acceptMessages();
    assertThat(at(telegram.baseUrl()).send("7", card("financial-aid"), 0)).isFalse();
    telegram.verify(
        postRequestedFor(urlPathMatching("/bot.*/senddocument"))
            .withRequestBodyPart(aMultipart("chat_id").withBody(equalTo("7")).build())
            .withRequestBodyPart(aMultipart("caption").withBody(equalTo("Your card")).build())
            .withAnyRequestBodyPart(aMultipart().withBody(equalTo("picture vi"))));
  }

  @Test
  void neverSendsACardOfAnAnswerThatIsGone() {
    assertThat(
            catchThrowableOfType(
                    DeliveryException.class,
                    () -> at(telegram.baseUrl()).send("7", card("open-day"), 0))
                .outcome())
        .isEqualTo(Outcome.NEVER);
  }

  private static OutgoingMessage card(String intent) {
    return new OutgoingMessage(
        "card", intent, Locale.of("vi"), RichText.plain("Your card"), List.of(), List.of());
  }

  @Test
  void sendsTheAskedPartOfALongMessageOnly() throws Exception {
    acceptMessages();
    TelegramChannel channel = at(telegram.baseUrl());
    OutgoingMessage message = message("word ".repeat(1000));
    assertThat(channel.send("7", message, 0)).isTrue();
    assertThat(channel.send("7", message, 1)).isFalse();
    assertThat(channel.send("7", message, 2)).isFalse();
    assertThat(telegram.getAllServeEvents()).hasSize(2);
    assertThat(channel.pause("7")).isEqualTo(Duration.ZERO);
  }
}
