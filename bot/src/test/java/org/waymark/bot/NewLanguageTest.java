package org.waymark.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.IncomingMessage;
import org.waymark.bot.channel.IncomingMessage.Content;
import org.waymark.bot.channel.Transcripts;
import org.waymark.bot.channel.Transcripts.Entry;
import org.waymark.bot.channel.Transcripts.Origin;
import org.waymark.bot.conversation.ConversationService;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.classifier.IntentRecognizer;
import org.waymark.localization.LanguageIdentifier;
import org.waymark.localization.Languages;
import org.waymark.localization.Messages;

/**
 * A language is data: the files of {@code src/test/resources/new-language}, laid beside those that
 * ship, are all it takes to serve an invented one.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties =
        "spring.datasource.url=jdbc:h2:mem:new-language;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH")
class NewLanguageTest {

  private static final Path ADDED = Path.of("src/test/resources/new-language");
  private static final Path SENTENCES =
      Path.of("../localization/src/main/resources/org/waymark/localization");
  private static final Path CATALOG = Path.of("../intents/src/main/resources/catalog");
  private static final Locale VELLARI = Locale.of("xx");

  private static final Path FOLDER = laidTogether();

  @TestBean private Languages languages;
  @TestBean private Messages messages;
  @TestBean private LanguageIdentifier languageIdentifier;
  @TestBean private IntentCatalog intentCatalog;
  @TestBean private IntentRecognizer intentRecognizer;

  @Autowired private ConversationService conversations;
  @Autowired private Transcripts transcripts;

  static Languages languages() {
    return Languages.load(FOLDER.resolve("localization"));
  }

  static Messages messages() {
    return Messages.load(languages(), FOLDER.resolve("localization"));
  }

  static LanguageIdentifier languageIdentifier() {
    return LanguageIdentifier.load(languages(), FOLDER.resolve("localization"));
  }

  static IntentCatalog intentCatalog() {
    return IntentCatalog.load(CatalogFiles.in(FOLDER.resolve("catalog")));
  }

  static IntentRecognizer intentRecognizer() {
    return IntentRecognizer.train(intentCatalog());
  }

  /**
   * The shipped sentences and answers with the new language's files; only the new one is trained.
   */
  private static Path laidTogether() {
    try {
      Path folder = Files.createTempDirectory("waymark-new-language");
      copy(SENTENCES, folder.resolve("localization"));
      copy(CATALOG.resolve("topics"), folder.resolve("catalog/topics"));
      copy(CATALOG.resolve("en/answers"), folder.resolve("catalog/en/answers"));
      Files.copy(CATALOG.resolve("en/language.yaml"), folder.resolve("catalog/en/language.yaml"));
      Files.writeString(
          folder.resolve("localization/languages.tsv"),
          Files.readString(ADDED.resolve("localization/languages.tsv")),
          StandardOpenOption.APPEND);
      copy(
          ADDED.resolve("localization/identification"),
          folder.resolve("localization/identification"));
      Files.copy(
          ADDED.resolve("localization/messages_xx.properties"),
          folder.resolve("localization/messages_xx.properties"));
      copy(ADDED.resolve("catalog"), folder.resolve("catalog"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  @Test
  void isOfferedUnderItsOwnName() {
    assertThat(languages.offered()).anyMatch(language -> language.endonym().equals("Vellari"));
  }

  @Test
  void isRecognisedUnderstoodAndAnswered() {
    Transcripts.Started chat = transcripts.start(ChatAddress.WEB, null, null);
    conversations.handle(
        new IncomingMessage(
            transcripts.address(chat.id()).orElseThrow(),
            "1",
            new Content.Text("mi ne havu moruk pel pagi skolu de mia filu, kelu fari?"),
            null));
    Entry answer = said(chat).getLast();
    assertThat(answer.message().intent()).isEqualTo("financial-aid");
    assertThat(answer.message().language()).isEqualTo(VELLARI);
    assertThat(answer.message().text().plainText())
        .contains("La FAFSA estu formu sen kostu.")
        .as("gaps are announced")
        .contains("I am still learning this language.");
  }

  @Test
  void saysSoWhereATextIsMissing() {
    Transcripts.Started chat = transcripts.start(ChatAddress.WEB, VELLARI, null);
    conversations.handle(
        new IncomingMessage(
            transcripts.address(chat.id()).orElseThrow(),
            "1",
            new Content.Choice("ask:scholarships"),
            null));
    Entry answer = said(chat).getLast();
    assertThat(answer.message().language()).isEqualTo(Locale.ENGLISH);
    assertThat(answer.message().text().plainText()).contains("I have this text only in English:");
  }

  private List<Entry> said(Transcripts.Started chat) {
    return transcripts.after(chat.id(), 0).stream()
        .filter(entry -> entry.from() == Origin.BOT)
        .toList();
  }
}
