package org.waymark.localization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chinese in two scripts, of which one is written by hand and the other converted. */
class ScriptConversionTest {

  @TempDir private Path directory;

  @BeforeEach
  void serveBothScripts() throws IOException {
    Files.writeString(
        directory.resolve("languages.tsv"),
        """
        tag\tenglish_name\tendonym\tscript\tdirection\ttier\tmaturity\treview\tconverted_from
        en\tEnglish\tEnglish\tLatn\tltr\t1\tbeta\tunreviewed
        zh\tChinese\t中文\tHans\tltr\t1\tbeta\tunreviewed
        zh-Hant\tChinese (traditional)\t繁體中文\tHant\tltr\t1\tbeta\tunreviewed\tzh
        """);
    for (var file : new String[] {"messages_en.properties", "messages_zh.properties"}) {
      Files.writeString(
          directory.resolve(file),
          "menu-button = 问题\nminutes-ago = {count, plural, other {#分钟前}}\n"
              .replace("other {#", file.contains("_en") ? "one {1} other {#" : "other {#"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "怎么申请助学金, , zh",
    "怎麼申請助學金, , zh-Hant",
    "你好, , zh",
    "你好, zh-Hant, zh-Hant",
    "你好, zh, zh",
    "怎么申请助学金, zh-Hant, zh",
    "怎麼申請助學金, zh, zh-Hant",
    "這, zh, zh",
  })
  void findsTheScriptAPersonWrites(String text, @Nullable String stored, String found) {
    var identifier = LanguageIdentifier.load(Languages.load(directory), directory);
    var evidence =
        new LanguageEvidence(stored == null ? null : Locale.forLanguageTag(stored), null);

    assertThat(identifier.identify(text, evidence))
        .isEqualTo(new IdentifiedLanguage.Certain(Locale.forLanguageTag(found)));
  }

  @Test
  void takesTheAppsScriptWhereTheTextTellsNone() {
    var identifier = LanguageIdentifier.load(Languages.load(directory), directory);

    assertThat(identifier.identify("你好", new LanguageEvidence(null, Locale.TRADITIONAL_CHINESE)))
        .isEqualTo(new IdentifiedLanguage.Certain(Locale.forLanguageTag("zh-Hant")));
  }

  @Test
  void convertsTheBotsSentences() {
    var messages = Messages.load(Languages.load(directory), directory);

    assertThat(messages.text(MessageKey.MENU_BUTTON, Locale.forLanguageTag("zh-Hant")))
        .isEqualTo(new LocalizedText("問題", Locale.forLanguageTag("zh-Hant")));
  }
}
