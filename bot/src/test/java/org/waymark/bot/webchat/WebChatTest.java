package org.waymark.bot.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interface as other programs use it, over a real connection. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:webchat;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
      "management.server.port=0"
    })
class WebChatTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort private int port;

  private final HttpClient http = HttpClient.newHttpClient();

  private record Chat(String id, String token) {}

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> post(String path, String body, String token) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private Chat begin(String body) {
    HttpResponse<String> response =
        send(request("/api/chat/conversations").POST(BodyPublishers.ofString(body)).build());
    assertThat(response.statusCode()).isEqualTo(201);
    JsonNode json = JSON.readTree(response.body());
    return new Chat(json.get("id").asString(), json.get("token").asString());
  }

  private int say(Chat chat, String id, String text) {
    String body = JSON.writeValueAsString(JSON.createObjectNode().put("id", id).put("text", text));
    return post(path(chat), body, chat.token()).statusCode();
  }

  private int choose(Chat chat, String id, String choice) {
    String body =
        JSON.writeValueAsString(JSON.createObjectNode().put("id", id).put("choice", choice));
    return post(path(chat), body, chat.token()).statusCode();
  }

  private static String path(Chat chat) {
    return "/api/chat/conversations/" + chat.id() + "/messages";
  }

  private List<JsonNode> messages(Chat chat) {
    HttpResponse<String> response =
        send(
            request(path(chat) + "?after=0")
                .header("Authorization", "Bearer " + chat.token())
                .GET()
                .build());
    assertThat(response.statusCode()).isEqualTo(200);
    List<JsonNode> messages = new ArrayList<>();
    JSON.readTree(response.body()).get("messages").forEach(messages::add);
    return messages;
  }

  private JsonNode awaitReply(Chat chat, Predicate<JsonNode> wanted) {
    await().atMost(Duration.ofSeconds(10)).until(() -> messages(chat).stream().anyMatch(wanted));
    return messages(chat).stream().filter(wanted).findFirst().orElseThrow();
  }

  private static Predicate<JsonNode> kind(String kind) {
    return message -> message.get("kind").asString().equals(kind);
  }

  @Test
  void answersInTheLanguageOfTheQuestion() {
    Chat chat = begin("{}");
    assertThat(say(chat, "1", "no tengo papeles puedo estudiar para electricista?")).isEqualTo(202);
    JsonNode answer = awaitReply(chat, kind("answer"));
    assertThat(answer.get("intent").asString()).isEqualTo("status-and-access");
    assertThat(answer.get("language").asString()).isEqualTo("es");
    assertThat(answer.get("direction").asString()).isEqualTo("ltr");
    assertThat(answer.get("links")).isNotEmpty();
    assertThat(answer.get("options")).isNotEmpty();
  }

  @Test
  void answersRightToLeftInArabic() {
    Chat chat = begin("{\"language\":\"ar\"}");
    say(chat, "1", "كيف احصل على مساعدة مالية للدراسة؟");
    JsonNode answer = awaitReply(chat, kind("answer"));
    assertThat(answer.get("language").asString()).isEqualTo("ar");
    assertThat(answer.get("direction").asString()).isEqualTo("rtl");
  }

  @Test
  void handlesTheSameMessageOnce() {
    Chat chat = begin("{\"language\":\"en\"}");
    for (int i = 0; i < 5; i++) {
      assertThat(say(chat, "same", "how can i pay for school?")).isEqualTo(202);
    }
    awaitReply(chat, kind("answer"));
    say(chat, "next", "thank you");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                messages(chat).stream()
                        .filter(m -> m.get("from").asString().equals("contact"))
                        .count()
                    == 2);
    assertThat(messages(chat).stream().filter(kind("answer"))).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void keepsTheOrderOfAChat() {
    Chat chat = begin("{\"language\":\"en\"}");
    for (int i = 0; i < 10; i++) {
      say(chat, "m" + i, "question number " + (char) ('a' + i));
    }
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                messages(chat).stream()
                        .filter(m -> m.get("from").asString().equals("contact"))
                        .count()
                    == 10);
    assertThat(
            messages(chat).stream()
                .filter(m -> m.get("from").asString().equals("contact"))
                .map(m -> m.get("text").asString()))
        .isEqualTo(
            Stream.iterate('a', c -> (char) (c + 1))
                .limit(10)
                .map(c -> "question number " + c)
                .toList());
  }

  @Test
  void followsTheMenuToAnAnswer() {
    Chat chat = begin("{\"language\":\"en\"}");
    choose(chat, "1", "menu");
    JsonNode menu = awaitReply(chat, kind("menu"));
    assertThat(menu.get("options")).hasSizeGreaterThanOrEqualTo(7);
    choose(chat, "2", "area:money");
    awaitReply(chat, m -> m.get("options").toString().contains("ask:scholarships"));
    choose(chat, "3", "ask:scholarships");
    assertThat(awaitReply(chat, kind("answer")).get("intent").asString()).isEqualTo("scholarships");
  }

  @Test
  void erasesAConversation() {
    Chat chat = begin("{\"language\":\"en\"}");
    HttpResponse<String> erased =
        send(
            request("/api/chat/conversations/" + chat.id())
                .header("Authorization", "Bearer " + chat.token())
                .DELETE()
                .build());
    assertThat(erased.statusCode()).isEqualTo(204);
    assertThat(say(chat, "1", "hello")).isEqualTo(404);
  }

  @Test
  void erasesWhatWasSaidWhenAskedInTheChat() {
    Chat chat = begin("{\"language\":\"en\"}");
    say(chat, "1", "my secret question about school money");
    awaitReply(chat, m -> m.get("from").asString().equals("contact"));
    choose(chat, "2", "delete:yes");
    awaitReply(chat, kind("erased"));
    assertThat(messages(chat)).hasSize(1).noneMatch(m -> m.toString().contains("secret"));
  }

  @Test
  void streamsWhatIsNew() {
    Chat chat = begin("{\"language\":\"en\"}");
    List<String> lines = new CopyOnWriteArrayList<>();
    http.sendAsync(
        request("/api/chat/conversations/" + chat.id() + "/events?after=1")
            .header("Authorization", "Bearer " + chat.token())
            .timeout(Duration.ofSeconds(30))
            .GET()
            .build(),
        BodyHandlers.fromLineSubscriber(new LineCollector(lines)));
    say(chat, "1", "how can i pay for school?");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> lines.stream().anyMatch(line -> line.contains("\"kind\":\"answer\"")));
  }

  @Test
  void refusesBadRequestsWithOneSentence() {
    Chat chat = begin("{\"language\":\"en\"}");
    Chat other = begin("{\"language\":\"en\"}");
    String unknown = "/api/chat/conversations/00000000-0000-0000-0000-000000000000/messages";
    refused(
        post(path(chat), "{\"id\":\"1\"}", chat.token()), 400, "either a \"text\" or a \"choice\"");
    refused(post(path(chat), "{\"text\":\"a\"}", chat.token()), 400, "no \"id\"");
    refused(post(path(chat), "{\"id\":", chat.token()), 400, "not the JSON");
    refused(
        post(path(chat), "{\"id\":\"1\",\"text\":\"" + "a".repeat(20_000) + "\"}", chat.token()),
        413,
        "longer than 4096");
    refused(
        post(path(chat), "{\"id\":\"1\",\"text\":\"a\"}", other.token()),
        404,
        "no such conversation");
    refused(
        post(unknown, "{\"id\":\"1\",\"text\":\"a\"}", chat.token()), 404, "no such conversation");
    refused(
        send(
            request(path(chat))
                .POST(BodyPublishers.ofString("{\"id\":\"1\",\"text\":\"a\"}"))
                .build()),
        401,
        "token is missing");
    refused(
        send(
            request("/api/chat/conversations")
                .POST(BodyPublishers.ofString("{\"language\":\"tlh\"}"))
                .build()),
        400,
        "'tlh' is not served");
  }

  @Test
  void refusesInJsonWhateverIsAccepted() {
    String events = "/api/chat/conversations/00000000-0000-0000-0000-000000000000/events";
    for (String accepted : List.of("text/event-stream", "text/html", "application/xml")) {
      refused(get(events, accepted, "Bearer x"), accepted.equals("text/event-stream") ? 404 : 406);
      refused(get("/api/chat/texts/tlh", accepted, "Bearer x"), 404);
      refused(get("/api/nothing-here", accepted, "Bearer x"), 404);
      refused(get("/api/chat/conversations", accepted, "Bearer x"), 405);
    }
    refused(get(events, "text/event-stream", "None"), 401);
    refused(get(events + "?after=x", "text/event-stream", "Bearer x"), 400);
    refused(get("/api/chat/languages", "text/html", "Bearer x"), 406);
    Chat chat = begin("{}");
    refused(
        send(
            request(path(chat))
                .setHeader("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("hello"))
                .build()),
        415,
        "Send JSON");
  }

  private HttpResponse<String> get(String path, String accepted, String authorization) {
    return send(
        request(path)
            .header("Accept", accepted)
            .header("Authorization", authorization)
            .GET()
            .build());
  }

  private static void refused(HttpResponse<String> response, int status) {
    refused(response, status, "");
  }

  @Test
  void refusesLongChoicesAndBodies() {
    Chat chat = begin("{}");
    assertThat(choose(chat, "1", "x".repeat(64))).isEqualTo(202);
    refused(
        post(path(chat), "{\"id\":\"2\",\"choice\":\"" + "x".repeat(65) + "\"}", chat.token()),
        400,
        "longer than 64 characters");
    String tooLong = "{\"id\":\"3\",\"unknown\":\"" + "x".repeat(64 * 1024) + "\"}";
    refused(post(path(chat), tooLong, chat.token()), 413, "longer than 64 KB");
    byte[] bytes = tooLong.getBytes(StandardCharsets.UTF_8);
    refused(
        send(
            request("/api/chat/conversations")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build()),
        413,
        "longer than 64 KB");
  }

  @Test
  void greetsInTheFirstLanguageOfTheBrowserThatIsOffered() {
    HttpResponse<String> response =
        send(
            request("/api/chat/conversations")
                .header("Accept-Language", "tlh, es-MX;q=0.8, en;q=0.5")
                .POST(BodyPublishers.ofString("{}"))
                .build());
    JsonNode json = JSON.readTree(response.body());
    Chat chat = new Chat(json.get("id").asString(), json.get("token").asString());
    assertThat(messages(chat).getFirst().get("language").asString()).isEqualTo("es");
  }

  @Test
  void showsPlainErrorPagesToPeople() {
    HttpResponse<String> missing =
        send(request("/nothing-here").header("Accept", "text/html").GET().build());
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("There is no page").contains("lang=\"ar\"");
    HttpResponse<String> refused =
        send(
            request("/index.html")
                .header("Accept", "text/html")
                .POST(BodyPublishers.noBody())
                .build());
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.body()).contains("could not be carried out").contains("href=\"/\"");
  }

  private static void refused(HttpResponse<String> response, int status, String part) {
    assertThat(response.statusCode()).isEqualTo(status);
    String error = JSON.readTree(response.body()).get("error").asString();
    assertThat(error).contains(part).endsWith(".").doesNotContain("Exception");
  }

  @Test
  void survivesStrangeText() {
    Chat chat = begin("{\"language\":\"en\"}");
    List<String> strange =
        List.of(
            "",
            "   ",
            "🙂🙂",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\u202Etxet",
            "\u200b".repeat(1000),
            "%s{}<b>&",
            "?");
    for (int i = 0; i < strange.size(); i++) {
      assertThat(say(chat, "s" + i, strange.get(i))).isEqualTo(202);
    }
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () ->
                messages(chat).stream()
                        .filter(m -> m.get("from").asString().equals("contact"))
                        .count()
                    == strange.size());
    assertThat(messages(chat)).noneMatch(kind("failure"));
  }

  @Test
  void protectsEveryResponse() {
    for (String path : List.of("/", "/api/chat/languages", "/nothing-here", "/chat.js")) {
      HttpResponse<String> response = send(request(path).GET().build());
      assertThat(response.headers().firstValue("Content-Security-Policy")).as(path).isPresent();
      assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(response.body()).doesNotContain("Exception");
    }
  }
}
