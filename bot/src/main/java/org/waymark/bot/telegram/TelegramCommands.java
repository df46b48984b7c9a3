package org.waymark.bot.telegram;

import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;
import org.waymark.localization.LocalizedText;
import org.waymark.localization.MessageKey;
import org.waymark.localization.Messages;

/** Shows the commands in Telegram's menu, in each language that is served. */
final class TelegramCommands {

  private static final Logger log = LoggerFactory.getLogger(TelegramCommands.class);

  private final TelegramClient client;
  private final Languages languages;
  private final Messages messages;

  TelegramCommands(TelegramClient client, Languages languages, Messages messages) {
    this.client = client;
    this.languages = languages;
    this.messages = messages;
  }

  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    Thread.ofVirtual().name("telegram-commands").start(this::announceAll);
  }

  private void announceAll() {
    try {
      client.execute(SetMyCommands.builder().commands(commands(messages, Locale.ENGLISH)).build());
      for (Language language : languages.offered()) {
        client.execute(
            SetMyCommands.builder()
                .commands(commands(messages, language.locale()))
                .languageCode(language.locale().getLanguage())
                .build());
      }
    } catch (TelegramApiException e) {
      log.warn("The commands are not shown in Telegram's menu yet: Telegram did not take them.");
    }
  }

  /** The commands in a language. */
  static List<BotCommand> commands(Messages messages, Locale language) {
    return List.of(
        command("menu", messages.text(MessageKey.COMMAND_MENU, language)),
        command("help", messages.text(MessageKey.COMMAND_HELP, language)),
        command("language", messages.text(MessageKey.COMMAND_LANGUAGE, language)),
        command("person", messages.text(MessageKey.COMMAND_PERSON, language)),
        command("delete", messages.text(MessageKey.COMMAND_DELETE, language)),
        command("start", messages.text(MessageKey.COMMAND_START, language)));
  }

  private static BotCommand command(String name, LocalizedText description) {
    return BotCommand.builder().command(name).description(description.text()).build();
  }
}
