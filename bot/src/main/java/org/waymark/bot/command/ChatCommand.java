package org.waymark.bot.command;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.IncomingMessage;
import org.waymark.bot.channel.IncomingMessage.Content;
import org.waymark.bot.channel.MessageHandler;
import org.waymark.bot.channel.OutgoingMessage.Option;
import org.waymark.bot.channel.Transcripts;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;
import picocli.CommandLine.Command;

/** A conversation in the terminal; nothing of it is kept. */
@Command(
    name = "chat",
    description = "Talk with the bot in the terminal. A number chooses an option.")
final class ChatCommand implements Callable<Integer> {

  private static final String TERMINAL = "terminal";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final Class<?> application;

  @picocli.CommandLine.Option(names = "--language", description = "The language to begin in.")
  private @Nullable String languageTag;

  ChatCommand(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException {
    Locale language =
        languageTag == null
            ? null
            : CommandLineTool.language(
                languageTag, Languages.load().offered().stream().map(Language::locale).toList());
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(application)
            .web(WebApplicationType.NONE)
            // As arguments: they win over the application's own settings and the environment.
            .run(
                "--spring.datasource.url=jdbc:h2:mem:chat;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "--spring.datasource.username=waymark",
                "--spring.datasource.password=",
                "--waymark.telegram.token=",
                "--logging.level.root=error",
                "--logging.level.org.waymark=warn")) {
      talk(context.getBean(MessageHandler.class), context.getBean(Transcripts.class), language);
    }
    return 0;
  }

  private static void talk(MessageHandler inbox, Transcripts transcripts, @Nullable Locale language)
      throws IOException {
    Transcripts.Started started = transcripts.start(TERMINAL, language, null);
    ChatAddress address = new ChatAddress(TERMINAL, started.id());
    long[] seq = {print(transcripts.after(started.id(), 0), 0)};
    int[] messages = {0};
    System.out.print("> ");
    System.out.flush();
    CommandLineTool.forEachLine(
        line -> {
          Content content =
              line.startsWith("/") && line.length() > 1
                  ? new Content.Command(line.substring(1))
                  : new Content.Text(line);
          inbox.accept(
              new IncomingMessage(address, started.id() + ":" + messages[0]++, content, null));
          seq[0] = waitForReply(transcripts, started.id(), seq[0]);
          System.out.print("> ");
          System.out.flush();
        });
    System.out.println();
  }

  private static long waitForReply(Transcripts transcripts, String id, long seq) {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (Instant.now().isBefore(end)) {
      List<Transcripts.Entry> entries = transcripts.after(id, seq);
      if (entries.stream().anyMatch(entry -> entry.from() != Transcripts.Origin.CONTACT)) {
        return print(entries, seq);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return seq;
      }
    }
    throw new CommandLineTool.BadInputException(
        "There was no answer within "
            + LONGEST_WAIT.toSeconds()
            + " s; start again and look at the messages above.");
  }

  private static long print(List<Transcripts.Entry> entries, long seq) {
    long last = seq;
    for (Transcripts.Entry entry : entries) {
      last = entry.seq();
      if (entry.from() == Transcripts.Origin.CONTACT) {
        continue;
      }
      System.out.println();
      System.out.println(entry.message().text().plainText());
      int number = 1;
      for (Option option : entry.message().options()) {
        System.out.println("  [" + number++ + "] " + option.label());
      }
    }
    System.out.println();
    return last;
  }
}
