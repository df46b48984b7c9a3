package org.waymark.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.IncomingMessage;
import org.waymark.bot.channel.IncomingMessage.Content;
import org.waymark.bot.channel.MessageHandler;
import org.waymark.bot.channel.Transcripts;
import org.waymark.bot.channel.Transcripts.Entry;
import org.waymark.bot.conversation.TestDatabases;

/** What was said and chosen survives that the application stops, on both databases. */
class RestartTest {

  @TempDir private Path folder;

  @Test
  void remembersOnH2() {
    remembers(
        Map.of(
            "spring.datasource.url",
            "jdbc:h2:file:"
                + folder.resolve("waymark").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"));
  }

  @Test
  void remembersOnPostgres() {
    TestDatabases.postgres();
    remembers(
        Map.of(
            "spring.datasource.url",
            TestDatabases.postgresUrl(),
            "spring.datasource.username",
            "postgres"));
  }

  private static void remembers(Map<String, Object> database) {
    Transcripts.Started started;
    try (ConfigurableApplicationContext first = start(database)) {
      started = first.getBean(Transcripts.class).start(ChatAddress.WEB, Locale.of("es"), null);
      say(first, started, "1", "gracias");
      replies(first, started, 1);
    }
    try (ConfigurableApplicationContext second = start(database)) {
      assertThat(second.getBean(Transcripts.class).opens(started.id(), started.token())).isTrue();
      say(second, started, "1", "gracias");
      say(second, started, "2", "ok");
      List<Entry> entries = replies(second, started, 2);
      assertThat(entries.stream().filter(e -> e.from() == Transcripts.Origin.CONTACT)).hasSize(2);
      assertThat(entries.getLast().message().language()).isEqualTo(Locale.of("es"));
    }
  }

  private static ConfigurableApplicationContext start(Map<String, Object> database) {
    // As arguments: they win over application.yaml, which names a database of its own.
    return new SpringApplicationBuilder(Waymark.class)
        .web(WebApplicationType.NONE)
        .run(
            database.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
  }

  private static void say(
      ConfigurableApplicationContext context, Transcripts.Started started, String id, String text) {
    context
        .getBean(MessageHandler.class)
        .accept(
            new IncomingMessage(
                new ChatAddress(ChatAddress.WEB, started.id()),
                started.id() + ":" + id,
                new Content.Text(text),
                null));
  }

  private static List<Entry> replies(
      ConfigurableApplicationContext context, Transcripts.Started started, int messages) {
    Transcripts transcripts = context.getBean(Transcripts.class);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                transcripts.after(started.id(), 0).stream()
                        .filter(entry -> entry.from() == Transcripts.Origin.CONTACT)
                        .count()
                    >= messages);
    return transcripts.after(started.id(), 0);
  }
}
