package org.waymark.bot.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Telegram by long polling, against a server that speaks its Bot API. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:polling;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
      "waymark.telegram.token=" + TelegramPollingTest.TOKEN
    })
class TelegramPollingTest {

  static final String TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final WireMockServer TELEGRAM = new WireMockServer(wireMockConfig().dynamicPort());
  private static final AtomicInteger UPDATES = new AtomicInteger(1000);
  private static final String METHOD = "(?i)/bot" + TOKEN + "/";

  @DynamicPropertySource
  static void telegram(DynamicPropertyRegistry registry) {
    TELEGRAM.start();
    quiet();
    registry.add("waymark.telegram.api-url", TELEGRAM::baseUrl);
  }

  @AfterAll
  static void stop() {
    TELEGRAM.stop();
  }

  @BeforeEach
  void forget() {
    TELEGRAM.resetAll();
    quiet();
  }

  /** Nothing to fetch, and every message is taken. */
  private static void quiet() {
    TELEGRAM.stubFor(
        post(urlPathMatching(METHOD + "getUpdates"))
            .willReturn(okJson("{\"ok\":true,\"result\":[]}").withFixedDelay(100)));
    TELEGRAM.stubFor(
        post(urlPathMatching(METHOD + "(setMyCommands|answerCallbackQuery)"))
            .willReturn(okJson("{\"ok\":true,\"result\":true}")));
    TELEGRAM.stubFor(
        post(urlPathMatching(METHOD + "getMe"))
            .willReturn(
                okJson(
                    "{\"ok\":true,\"result\":{\"id\":123456,\"is_bot\":true,\"first_name\":\"W\","
                        + "\"username\":\"waymark_bot\"}}")));
    TELEGRAM.stubFor(post(urlPathMatching(METHOD + "sendMessage")).willReturn(sent()));
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder sent() {
    return okJson(
        "{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"},\"text\":\"x\"}}");
  }

  private static void deliver(String... updates) {
    TELEGRAM.stubFor(
        post(urlPathMatching(METHOD + "getUpdates"))
            .inScenario("updates")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(okJson("{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}"))
            .willSetStateTo("delivered"));
  }

  private static String message(int update, long chat, String content) {
    return """
    {"update_id":%d,"message":{"message_id":%d,"date":1,"from":{"id":%d,"is_bot":false,"first_name":"A","language_code":"es"},
    "chat":{"id":%d,"type":"private"},%s}}
    """
        .formatted(update, update, chat, chat, content);
  }

  private static String text(int update, long chat, String text) {
    return message(update, chat, "\"text\":" + JSON.writeValueAsString(text));
  }

  private static List<JsonNode> sentTo(long chat) {
    return TELEGRAM.findAll(postRequestedFor(urlPathMatching(METHOD + "sendMessage"))).stream()
        .map(LoggedRequest::getBodyAsString)
        .map(JSON::readTree)
        .filter(body -> body.get("chat_id").asString().equals(Long.toString(chat)))
        .toList();
  }

  private static List<JsonNode> awaitSent(long chat, int count) {
    await().atMost(Duration.ofSeconds(15)).until(() -> sentTo(chat).size() >= count);
    return sentTo(chat);
  }

  @Test
  void answersWithStepsLinksAndButtons() {
    deliver(
        text(UPDATES.incrementAndGet(), 11, "no tengo papeles puedo estudiar para electricista?"));
    JsonNode body = awaitSent(11, 1).getFirst();
    assertThat(body.get("text").asString()).contains("1. ");
    assertThat(body.has("parse_mode")).isFalse();
    assertThat(body.get("entities").toString()).contains("text_link", "https://");
    assertThat(body.get("reply_markup").get("inline_keyboard")).isNotEmpty();
    assertThat(body.get("reply_markup").toString()).contains("callback_data");
  }

  @Test
  void answersAnUpdateThatComesTwiceOnce() {
    int update = UPDATES.incrementAndGet();
    deliver(text(update, 12, "hola"), text(update, 12, "hola"));
    awaitSent(12, 1);
    deliverAgain(text(update, 12, "hola"));
    await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
    assertThat(sentTo(12)).hasSize(1);
  }

  private static void deliverAgain(String update) {
    TELEGRAM.setScenarioState("updates", Scenario.STARTED);
    deliver(update);
  }

  @Test
  void confirmsOnlyStoredUpdates() {
    int update = UPDATES.incrementAndGet();
    deliver(text(update, 13, "hola"));
    awaitSent(13, 1);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                TELEGRAM.verify(
                    postRequestedFor(urlPathMatching(METHOD + "getUpdates"))
                        .withRequestBody(matchingJsonPath("$.offset", equalTo(update + 1)))));
  }

  private static com.github.tomakehurst.wiremock.matching.StringValuePattern equalTo(int number) {
    return com.github.tomakehurst.wiremock.client.WireMock.equalTo(Integer.toString(number));
  }

  @Test
  void answersEverythingThatIsNotText() {
    List<String> contents =
        List.of(
            "\"voice\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"duration\":1}",
            "\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1}]",
            "\"sticker\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"type\":\"regular\",\"width\":1,\"height\":1,\"is_animated\":false,\"is_video\":false}",
            "\"location\":{\"latitude\":1.0,\"longitude\":2.0}",
            "\"contact\":{\"phone_number\":\"1\",\"first_name\":\"B\"}",
            "\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\"}",
            "\"poll\":{\"id\":\"1\",\"question\":\"q\",\"options\":[],\"total_voter_count\":0,\"is_closed\":false,\"is_anonymous\":true,\"type\":\"regular\",\"allows_multiple_answers\":false}");
    String[] updates = new String[contents.size()];
    for (int i = 0; i < updates.length; i++) {
      updates[i] = message(UPDATES.incrementAndGet(), 100 + i, contents.get(i));
    }
    deliver(updates);
    for (int i = 0; i < updates.length; i++) {
      assertThat(awaitSent(100 + i, 1).getFirst().get("text").asString()).isNotBlank();
    }
  }

  @Test
  void answersEditsAndGroupsAndButtons() {
    String edited =
        text(UPDATES.incrementAndGet(), 21, "hola")
            .replace("\"message\":{", "\"edited_message\":{");
    String group =
        text(UPDATES.incrementAndGet(), 22, "/start@waymark_bot")
            .replace("\"private\"", "\"group\"");
    String pressed =
        """
        {"update_id":%d,"callback_query":{"id":"q7","from":{"id":23,"is_bot":false,"first_name":"A","language_code":"en"},
        "chat_instance":"c","data":"ask:scholarships","message":{"message_id":5,"date":1,"chat":{"id":23,"type":"private"},"text":"x"}}}
        """
            .formatted(UPDATES.incrementAndGet());
    deliver(edited, group, pressed);
    awaitSent(21, 1);
    awaitSent(22, 1);
    assertThat(awaitSent(23, 1).getFirst().get("text").asString()).isNotBlank();
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                TELEGRAM.verify(
                    postRequestedFor(urlPathMatching(METHOD + "answerCallbackQuery"))
                        .withRequestBody(
                            equalToJson("{\"callback_query_id\":\"q7\"}", true, true))));
  }

  @Test
  void answersAnAlbumOnce() {
    String photo =
        "\"media_group_id\":\"a1\",\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\","
            + "\"width\":1,\"height\":1}]";
    deliver(
        message(UPDATES.incrementAndGet(), 41, photo),
        message(UPDATES.incrementAndGet(), 41, photo),
        message(UPDATES.incrementAndGet(), 41, photo));
    awaitSent(41, 1);
    await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
    assertThat(sentTo(41)).hasSize(1);
  }

  @Test
  void anUnreadableUpdateKeepsNoOtherUp() {
    String withoutChat =
        """
        {"update_id":%d,"callback_query":{"id":"q8","from":{"id":24,"is_bot":false,"first_name":"A"},
        "chat_instance":"c","data":"ask:scholarships","message":{"message_id":5,"date":0}}}
        """
            .formatted(UPDATES.incrementAndGet());
    String odd = "{\"update_id\":%d,\"message\":\"x\"}".formatted(UPDATES.incrementAndGet());
    deliver(withoutChat, odd, text(UPDATES.incrementAndGet(), 42, "hola"));
    awaitSent(42, 1);
  }

  @Test
  void obeysRetryAfter() {
    TELEGRAM.stubFor(
        post(urlPathMatching(METHOD + "sendMessage"))
            .inScenario("limit")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(
                aResponse()
                    .withStatus(429)
                    .withHeader("Content-Type", "application/json")
                    .withBody(
                        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many"
                            + " Requests\",\"parameters\":{\"retry_after\":3}}"))
            .willSetStateTo("open"));
    TELEGRAM.stubFor(
        post(urlPathMatching(METHOD + "sendMessage"))
            .inScenario("limit")
            .whenScenarioStateIs("open")
            .willReturn(sent()));
    deliver(text(UPDATES.incrementAndGet(), 31, "gracias"));
    awaitSent(31, 2);
    List<LoggedRequest> requests =
        TELEGRAM.findAll(postRequestedFor(urlPathMatching(METHOD + "sendMessage"))).stream()
            .sorted(java.util.Comparator.comparing(LoggedRequest::getLoggedDate))
            .toList();
    long pause =
        requests.getLast().getLoggedDate().getTime()
            - requests.getFirst().getLoggedDate().getTime();
    assertThat(pause).isBetween(2_900L, 6_000L);
  }
}
