package org.waymark.bot.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;
import org.waymark.localization.MessageKey;
import org.waymark.localization.Messages;

/**
 * Shows the commands in the menu of private chats, in each language that is served. What Telegram
 * did not take is tried again a few times, after pauses that grow.
 */
final class TelegramCommands {

  private static final Logger log = LoggerFactory.getLogger(TelegramCommands.class);
  private static final int MOST_ROUNDS = 5;

  /** The commands in the order of the menu. */
  private static final List<Command> COMMANDS =
      List.of(
          new Command("menu", MessageKey.COMMAND_MENU),
          new Command("help", MessageKey.COMMAND_HELP),
          new Command("language", MessageKey.COMMAND_LANGUAGE),
          new Command("person", MessageKey.COMMAND_PERSON),
          new Command("delete", MessageKey.COMMAND_DELETE),
          new Command("start", MessageKey.COMMAND_START));

  private final TelegramClient client;
  private final Languages languages;
  private final Messages messages;
  private final Duration firstPause;

  private record Command(String name, MessageKey description) {}

  /** Makes the menu; {@code firstPause} is the pause before the second round. */
  TelegramCommands(
      TelegramClient client, Languages languages, Messages messages, Duration firstPause) {
    this.client = client;
    this.languages = languages;
    this.messages = messages;
    this.firstPause = firstPause;
  }

  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    Thread.ofVirtual().name("telegram-commands").start(this::announceAll);
  }

  private void announceAll() {
    try {
      List<SetMyCommands> left = menus();
      Duration pause = firstPause;
      for (int round = 1; round <= MOST_ROUNDS && !left.isEmpty(); round++) {
        if (round > 1) {
          Thread.sleep(pause);
          pause = pause.multipliedBy(3);
        }
        left = refused(left);
      }
      if (!left.isEmpty()) {
        log.warn(
            "Telegram did not take the menu of commands in {} languages; they are sent again at the"
                + " next start.",
            left.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends menus, and returns those that were not taken. */
  private List<SetMyCommands> refused(List<SetMyCommands> menus) throws InterruptedException {
    List<SetMyCommands> refused = new ArrayList<>();
    for (SetMyCommands menu : menus) {
      try {
        client.execute(menu);
      } catch (TelegramApiRequestException e) {
        refused.add(menu);
        Thread.sleep(TelegramChannel.retryAfter(e));
      } catch (TelegramApiException e) {
        refused.add(menu);
      }
    }
    return refused;
  }

  /** The menu for languages that are not served, in English, and one for each that is. */
  private List<SetMyCommands> menus() {
    List<SetMyCommands> menus = new ArrayList<>();
    menus.add(menu(Locale.ENGLISH).build());
    for (Language language : languages.offered()) {
      if (language.convertedFrom() != null) {
        // Telegram knows one code for a language, whatever its script.
        continue;
      }
      menus.add(menu(language.locale()).languageCode(language.locale().getLanguage()).build());
    }
    return menus;
  }

  private SetMyCommands.SetMyCommandsBuilder<?, ?> menu(Locale language) {
    return SetMyCommands.builder()
        .scope(new BotCommandScopeAllPrivateChats())
        .commands(commands(messages, language));
  }

  /** The commands in a language. */
  static List<BotCommand> commands(Messages messages, Locale language) {
    return COMMANDS.stream()
        .map(
            command ->
                new BotCommand(
                    command.name(), messages.text(command.description(), language).text()))
        .toList();
  }

  /** Whether a name, without its slash, is a command of the bot. */
  static boolean has(String name) {
    return COMMANDS.stream().anyMatch(command -> command.name().equals(name));
  }
}
