package org.waymark.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;
import org.waymark.localization.Messages;

class TelegramCommandsTest {

  private final Languages languages = Languages.load();
  private final Messages messages = Messages.load();

  @Test
  void describesEachCommandInEachLanguageThatIsServed() {
    List<BotCommand> english = TelegramCommands.commands(messages, Locale.ENGLISH);
    for (Language language : languages.offered()) {
      List<BotCommand> commands = TelegramCommands.commands(messages, language.locale());
      assertThat(commands).hasSameSizeAs(english);
      assertThat(commands)
          .allSatisfy(c -> assertThat(c.getDescription()).isNotBlank().hasSizeLessThan(256));
      if (!language.locale().equals(Locale.ENGLISH)) {
        assertThat(commands).doesNotContainAnyElementsOf(english);
      }
    }
  }
}
