package org.waymark.localization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Locale SPANISH = Locale.of("es");
  private static final Locale ARABIC = Locale.of("ar");

  @Test
  void areShippedWithoutProblems() {
    assertThat(MessageCheck.problems(Languages.load(), TextFiles.ofModule())).isEmpty();
  }

  @Test
  void haveAKeyForEverySentenceAndASentenceForEveryKey() {
    var name = "messages_en.properties";
    var file = MessageFile.parse(name, TextFiles.ofModule().read(name).orElseThrow());

    assertThat(file.entries().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MessageKey.values()).map(MessageKey::key).toList());
  }

  @Test
  void formatEverySentenceOfEveryLanguage() {
    var messages = Messages.load();
    var unformatted = new ArrayList<String>();
    for (var language : Languages.load().written()) {
      for (var key : MessageKey.values()) {
        var text = messages.text(key, language.locale(), argumentsOf(key)).text();
        if (text.isBlank() || text.contains("{") || text.contains("}")) {
          unformatted.add(language.tag() + " " + key.key() + ": " + text);
        }
      }
    }
    assertThat(unformatted).isEmpty();
  }

  @Test
  void lackNothingInACompleteLanguage() {
    var messages = Messages.load();
    for (var language : Languages.load().written()) {
      if (language.maturity() == Maturity.COMPLETE) {
        assertThat(messages.missing(language.locale())).as(language.tag()).isEmpty();
      }
    }
  }

  @Test
  void sayInWhichLanguageTheyAre() {
    var messages = Messages.load();

    assertThat(messages.text(MessageKey.MENU_BUTTON, SPANISH).locale()).isEqualTo(SPANISH);
    assertThat(messages.text(MessageKey.MENU_BUTTON, Locale.of("xx")).locale())
        .isEqualTo(Locale.ENGLISH);
  }

  @Test
  void isolateArgumentsInsideArabic() {
    var text =
        Messages.load()
            .text(MessageKey.HANDOFF_NO_CONTACT, ARABIC, Map.of("reference", "W-7K3F9A"))
            .text();

    assertThat(text).contains("\u2068W-7K3F9A\u2069");
  }

  @Test
  void isolateArabicArgumentsInsideOtherLanguages() {
    var text =
        Messages.load()
            .text(MessageKey.PERSON_JOINED, Locale.ENGLISH, Map.of("name", "ليلى"))
            .text();

    assertThat(text).contains("\u2068ليلى\u2069");
  }

  @Test
  void writeNumbersWithWesternDigitsInArabic() {
    var text = Messages.load().text(MessageKey.MINUTES_AGO, ARABIC, Map.of("count", 35)).text();

    assertThat(text).contains("35");
  }

  @Test
  void refuseToLeaveOutAnArgument() {
    assertThatThrownBy(() -> Messages.load().text(MessageKey.PERSON_JOINED, Locale.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'person-joined' lacks the arguments [name]");
  }

  private static Map<String, Object> argumentsOf(MessageKey key) {
    var arguments = new HashMap<String, Object>();
    for (var name : key.argumentNames()) {
      switch (name) {
        case "count", "days", "limit" -> arguments.put(name, 3);
        default -> arguments.put(name, "Ana");
      }
    }
    return arguments;
  }
}
