package org.waymark.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.IncomingMessage;
import org.waymark.bot.channel.IncomingMessage.AttachmentKind;
import org.waymark.bot.channel.IncomingMessage.Content;
import org.waymark.bot.channel.OutgoingMessage.Option;
import org.waymark.bot.channel.Transcripts.Entry;
import org.waymark.bot.channel.Transcripts.Origin;

/**
 * Conversations that staff can read, in {@code src/test/resources/conversations}. What the contact
 * does stands in lines that begin with {@code contact>}, {@code button>}, {@code command>}, {@code
 * sends>} or {@code app>} (the app's language); everything else is what the bot must say to it.
 * {@code -Dtranscripts.update} writes what it says now; read the difference before you commit it.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:transcripts;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
      "waymark.school.name=Riverside Career Center",
      "waymark.school.phone=(555) 010-0199"
    })
class TranscriptsTest {

  private static final Path FOLDER = Path.of("src/test/resources/conversations");

  @Autowired private ConversationService conversations;
  @Autowired private Conversations stored;

  @TestFactory
  Stream<DynamicTest> conversationsGoAsWritten() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
    }
  }

  private void play(Path file) throws IOException {
    List<String> script = Files.readAllLines(file);
    List<String> played = new ArrayList<>();
    ChatAddress address = new ChatAddress("test", file.getFileName().toString());
    Locale app = null;
    long seq = 0;
    int number = 0;
    List<Option> options = List.of();
    for (String line : script) {
      if (line.startsWith("#")) {
        played.add(line);
      } else if (line.startsWith("app> ")) {
        app = Locale.of(line.substring(5).strip());
        played.add(line);
      } else {
        Content content = content(line, options);
        if (content != null) {
          if (!played.isEmpty() && !played.getLast().isEmpty()) {
            played.add("");
          }
          played.add(line);
          conversations.handle(new IncomingMessage(address, "d" + number++, content, app));
          String id = stored.at(address).orElseThrow().id();
          for (Entry entry : stored.after(id, seq)) {
            seq = entry.seq();
            if (entry.from() == Origin.BOT) {
              options = entry.message().options().isEmpty() ? options : entry.message().options();
              write(entry, played);
            }
          }
        }
      }
    }
    String text = String.join("\n", played).replaceAll("W-[A-Z0-9]{6}", "W-······") + "\n";
    if (System.getProperty("transcripts.update") != null) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }

  private static @Nullable Content content(String line, List<Option> options) {
    if (line.startsWith("contact> ")) {
      return new Content.Text(line.substring(9));
    }
    if (line.startsWith("button> ")) {
      String label = line.substring(8);
      return new Content.Choice(
          options.stream()
              .filter(option -> option.label().equals(label))
              .findFirst()
              .map(Option::id)
              .orElse(label));
    }
    if (line.startsWith("command> ")) {
      return new Content.Command(line.substring(9));
    }
    if (line.startsWith("sends> ")) {
      return line.equals("sends> edit")
          ? new Content.Edited()
          : new Content.Attachment(
              AttachmentKind.valueOf(line.substring(7).toUpperCase(Locale.ROOT)));
    }
    return null;
  }

  private static void write(Entry entry, List<String> played) {
    String intent = entry.message().intent();
    played.add(
        "bot "
            + entry.message().language().toLanguageTag()
            + " ("
            + entry.message().kind()
            + (intent == null ? "" : " " + intent)
            + ")>");
    entry
        .message()
        .text()
        .plainText()
        .lines()
        .forEach(line -> played.add(line.isBlank() ? "" : "  " + line));
    entry.message().options().forEach(option -> played.add("  [" + option.label() + "]"));
  }
}
