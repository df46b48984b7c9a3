package org.waymark.bot.webchat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;
import org.waymark.localization.MessageKey;
import org.waymark.localization.Messages;

/** The page's own words in each language, and the languages to choose from. */
@RestController
@RequestMapping("/api/chat")
class WebChatTexts {

  private static final Map<String, MessageKey> PAGE = new LinkedHashMap<>();

  static {
    PAGE.put("title", MessageKey.PAGE_TITLE);
    PAGE.put("tagline", MessageKey.PAGE_TAGLINE);
    PAGE.put("language", MessageKey.LANGUAGE_BUTTON);
    PAGE.put("placeholder", MessageKey.MESSAGE_PLACEHOLDER);
    PAGE.put("send", MessageKey.SEND_BUTTON);
    PAGE.put("typing", MessageKey.TYPING);
    PAGE.put("connecting", MessageKey.CONNECTING);
    PAGE.put("lost", MessageKey.CONNECTION_LOST);
    PAGE.put("reconnected", MessageKey.RECONNECTED);
    PAGE.put("readAloud", MessageKey.READ_ALOUD_BUTTON);
    PAGE.put("stopReading", MessageKey.STOP_READING_BUTTON);
    PAGE.put("erase", MessageKey.ERASE_BUTTON);
    PAGE.put("eraseConfirm", MessageKey.DELETE_CONFIRM);
    PAGE.put("erased", MessageKey.DELETED);
    PAGE.put("retry", MessageKey.RETRY_BUTTON);
    PAGE.put("links", MessageKey.LINKS_HEADING);
    PAGE.put("failed", MessageKey.TEMPORARY_PROBLEM);
    PAGE.put("tooMany", MessageKey.TOO_MANY_MESSAGES);
    PAGE.put("tooLong", MessageKey.MESSAGE_TOO_LONG);
    PAGE.put("notSent", MessageKey.NOT_SENT);
    PAGE.put("messages", MessageKey.MESSAGES_REGION);
    PAGE.put("senderBot", MessageKey.SENDER_BOT);
    PAGE.put("senderStaff", MessageKey.SENDER_STAFF);
    PAGE.put("senderContact", MessageKey.SENDER_CONTACT);
  }

  private static final Map<String, Object> ARGUMENTS =
      Map.of("limit", WebChatController.LONGEST_TEXT);

  private final Languages languages;
  private final Messages messages;

  WebChatTexts(Languages languages, Messages messages) {
    this.languages = languages;
    this.messages = messages;
  }

  /** A language to choose. */
  record Choosable(String tag, String endonym, String direction) {}

  /** The page's words. */
  record Texts(String language, String direction, Map<String, String> texts) {}

  @GetMapping("/languages")
  List<Choosable> languages() {
    return languages.offered().stream()
        .map(
            language ->
                new Choosable(
                    language.locale().toLanguageTag(), language.endonym(), direction(language)))
        .toList();
  }

  @GetMapping("/texts/{tag}")
  ResponseEntity<Texts> texts(@PathVariable String tag) {
    Language language =
        languages
            .offered(tag)
            .orElseThrow(
                () ->
                    new ChatRequestException(
                        HttpStatus.NOT_FOUND,
                        "There are no texts in this language; GET /api/chat/languages lists"
                            + " them."));
    Map<String, String> texts = new LinkedHashMap<>();
    PAGE.forEach(
        (name, key) -> texts.put(name, messages.text(key, language.locale(), ARGUMENTS).text()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
        .body(new Texts(language.locale().toLanguageTag(), direction(language), texts));
  }

  private static String direction(Language language) {
    return language.direction().name().toLowerCase(Locale.ROOT);
  }
}
