package org.waymark.bot.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Telegram's webhook: only Telegram is let in, and odd bodies do no harm. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:webhook;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
      "management.server.port=0",
      "waymark.telegram.mode=webhook",
      "waymark.telegram.webhook-secret=" + TelegramWebhookTest.SECRET,
      "waymark.telegram.token=" + TelegramPollingTest.TOKEN
    })
class TelegramWebhookTest {

  static final String SECRET = "0123456789abcdef0123456789abcdef";

  private static final WireMockServer TELEGRAM = new WireMockServer(wireMockConfig().dynamicPort());
  private static final String UPDATE =
      """
      {"update_id":%d,"message":{"message_id":1,"date":1,"from":{"id":77,"is_bot":false,"first_name":"A","language_code":"ar"},
      "chat":{"id":77,"type":"private"},"text":"%s"}}
      """;

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void telegram(DynamicPropertyRegistry registry) {
    TELEGRAM.start();
    TELEGRAM.stubFor(
        any(anyUrl())
            .willReturn(
                okJson(
                    "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":77,\"type\":\"private\"},\"text\":\"x\"}}")));
    registry.add("waymark.telegram.api-url", TELEGRAM::baseUrl);
  }

  @AfterAll
  static void stop() {
    TELEGRAM.stop();
  }

  private int post(String body, @Nullable String... secrets)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/telegram/webhook"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (String secret : secrets) {
      request.header(TelegramWebhook.SECRET_HEADER, secret);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void answersAnUpdateThatCarriesTheSecret() throws Exception {
    assertThat(post(UPDATE.formatted(1, "مرحبا"), SECRET)).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> TELEGRAM.verify(postRequestedFor(urlPathMatching("(?i).*/sendMessage"))));
  }

  @Test
  void refusesAMissingWrongDoubledOrLongerSecret() throws Exception {
    String update = UPDATE.formatted(2, "x");
    assertThat(post(update)).isEqualTo(401);
    assertThat(post(update, "wrong")).isEqualTo(401);
    assertThat(post(update, SECRET + "0")).isEqualTo(401);
    assertThat(post(update, SECRET, SECRET)).isEqualTo(401);
  }

  @Test
  void refusesBodiesThatAreNoUpdates() throws Exception {
    assertThat(post("{", SECRET)).isEqualTo(400);
    assertThat(post("[]", SECRET)).isEqualTo(400);
    assertThat(post("null", SECRET)).isEqualTo(400);
    assertThat(post("{\"update_id\":\"x\"}", SECRET)).isEqualTo(400);
    assertThat(post("[".repeat(10_000), SECRET)).isEqualTo(400);
    assertThat(post("x".repeat(10_000_000), SECRET)).isIn(400, 413);
  }

  @Test
  void dropsUpdatesItCannotRead() throws Exception {
    assertThat(
            post(
                """
                {"update_id":7,"callback_query":{"id":"q","from":{"id":24,"is_bot":false,"first_name":"A"},
                "chat_instance":"c","data":"x","message":{"message_id":5,"date":0}}}
                """,
                SECRET))
        .isEqualTo(200);
    assertThat(post("{\"update_id\":8,\"message\":[]}", SECRET)).isEqualTo(200);
  }

  @Test
  void takesUpdatesItDoesNotKnow() throws Exception {
    assertThat(post("{\"update_id\":5}", SECRET)).isEqualTo(200);
    assertThat(post("{\"update_id\":6,\"new_thing\":{\"a\":1}}", SECRET)).isEqualTo(200);
  }
}
