package org.waymark.bot.card;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.waymark.bot.card.Card.Bilingual;
import org.waymark.bot.card.Card.Page;
import org.waymark.bot.card.Card.Section;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;
import org.waymark.localization.MessageKey;
import org.waymark.localization.Messages;

/**
 * Cards as pages to print and as pictures. They say what the catalog says and nothing of the person
 * who asked, so that anybody may open them.
 */
@RestController
@RequestMapping("/card")
class CardController {

  private static final CacheControl FOR_A_WHILE = CacheControl.maxAge(Duration.ofMinutes(5));

  private final Cards cards;
  private final Languages languages;
  private final Messages messages;

  CardController(Cards cards, Languages languages, Messages messages) {
    this.cards = cards;
    this.languages = languages;
    this.messages = messages;
  }

  @GetMapping(path = "/{tag}/{intent}.png")
  ResponseEntity<byte[]> picture(@PathVariable String tag, @PathVariable String intent) {
    return offered(tag)
        .flatMap(language -> cards.picture(intent, language))
        .map(
            png ->
                ResponseEntity.ok()
                    .cacheControl(FOR_A_WHILE)
                    .contentType(MediaType.IMAGE_PNG)
                    .body(png))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping(path = "/{tag}/{intent}")
  ResponseEntity<String> page(@PathVariable String tag, @PathVariable String intent) {
    return offered(tag)
        .flatMap(language -> cards.of(intent, language))
        .map(
            card ->
                ResponseEntity.ok()
                    .cacheControl(FOR_A_WHILE)
                    .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                    .body(html(card)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private Optional<Locale> offered(String tag) {
    return languages.offered(tag).map(Language::locale);
  }

  private String html(Card card) {
    StringBuilder out = new StringBuilder();
    String print = messages.text(MessageKey.CARD_PRINT_BUTTON, card.language()).text();
    out.append("<!doctype html>\n<html lang=\"")
        .append(escape(card.language().toLanguageTag()))
        .append("\" dir=\"")
        .append(card.rightToLeft() ? "rtl" : "ltr")
        .append("\">\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(escape(card.title().own()))
        .append("</title>\n<link rel=\"stylesheet\" href=\"/card.css\">\n")
        .append("<script src=\"/card.js\" defer></script>\n<main>\n<header>\n");
    if (!card.school().isEmpty()) {
      out.append("<p class=\"school\" dir=\"auto\">")
          .append(escape(card.school()))
          .append("</p>\n");
    }
    out.append("<h1>").append(escape(card.title().own())).append("</h1>\n");
    english(out, "p", card.title());
    out.append("</header>\n");
    card.sections().forEach(section -> section(out, section));
    if (!card.pages().isEmpty()) {
      out.append("<h2>").append(escape(card.scanHint())).append("</h2>\n<ul class=\"pages\">\n");
      card.pages().forEach(page -> page(out, page));
      out.append("</ul>\n");
    }
    out.append("<footer>\n<p>").append(escape(card.madeOn().own())).append("</p>\n");
    english(out, "p", card.madeOn());
    out.append("</footer>\n<button type=\"button\" id=\"print\">")
        .append(escape(print))
        .append("</button>\n</main>\n</html>\n");
    return out.toString();
  }

  private static void section(StringBuilder out, Section section) {
    String list = section.numbered() ? "ol" : "ul";
    out.append("<h2>").append(escape(section.heading().own())).append("</h2>\n");
    english(out, "p", section.heading());
    out.append('<').append(list).append(">\n");
    for (Bilingual item : section.items()) {
      out.append("<li>").append(escape(item.own()));
      english(out, "span", item);
      out.append("</li>\n");
    }
    out.append("</").append(list).append(">\n");
  }

  private static void page(StringBuilder out, Page page) {
    QrCode code = QrCode.of(page.url());
    String url = escape(page.url());
    out.append("<li><svg viewBox=\"0 0 ")
        .append(code.size())
        .append(' ')
        .append(code.size())
        .append("\" role=\"img\" aria-label=\"QR\"><path d=\"")
        .append(code.svgPath())
        .append("\"/></svg><p lang=\"en\" dir=\"ltr\"><strong>")
        .append(escape(page.label()))
        .append("</strong><a href=\"")
        .append(url)
        .append("\">")
        .append(url)
        .append("</a></p></li>\n");
  }

  private static void english(StringBuilder out, String element, Bilingual text) {
    if (!text.english().isEmpty()) {
      out.append('<')
          .append(element)
          .append(" class=\"english\" lang=\"en\" dir=\"ltr\">")
          .append(escape(text.english()))
          .append("</")
          .append(element)
          .append(">\n");
    }
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
