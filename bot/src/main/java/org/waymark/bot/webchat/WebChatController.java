package org.waymark.bot.webchat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.IncomingMessage;
import org.waymark.bot.channel.IncomingMessage.Content;
import org.waymark.bot.channel.MessageHandler;
import org.waymark.bot.channel.OutgoingMessage.LabeledLink;
import org.waymark.bot.channel.OutgoingMessage.Option;
import org.waymark.bot.channel.RichText;
import org.waymark.bot.channel.Transcripts;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;

/** The HTTP interface of the web chat; see the README for its use by other programs. */
@RestController
@RequestMapping("/api/chat")
class WebChatController {

  /** The longest text that is taken in, in UTF-16 units. */
  static final int LONGEST_TEXT = 4096;

  private static final int LONGEST_MESSAGE_ID = 64;
  private static final int LONGEST_CHOICE = 64;

  private final MessageHandler inbox;
  private final Transcripts transcripts;
  private final Languages languages;
  private final LiveTranscripts live;
  private final ContactLimits limits;

  WebChatController(
      MessageHandler inbox,
      Transcripts transcripts,
      Languages languages,
      LiveTranscripts live,
      ContactLimits limits) {
    this.inbox = inbox;
    this.transcripts = transcripts;
    this.languages = languages;
    this.live = live;
    this.limits = limits;
  }

  /** What begins a conversation. */
  record Beginning(@Nullable String language) {}

  /** The new conversation. */
  record Begun(String id, String token) {}

  /** What a contact sends: a text, or the id of the option that was chosen. */
  record Sent(@Nullable String id, @Nullable String text, @Nullable String choice) {}

  /** The transcript, or what is new in it. */
  record Listing(List<Line> messages) {}

  /** One thing that was said. */
  record Line(
      long seq,
      String from,
      String kind,
      @Nullable String intent,
      String text,
      RichText formatted,
      String language,
      String direction,
      List<Option> options,
      List<LabeledLink> links) {}

  @PostMapping("/conversations")
  @ResponseStatus(HttpStatus.CREATED)
  Begun begin(
      @RequestBody(required = false) @Nullable Beginning beginning, HttpServletRequest request) {
    limits.beginning(request.getRemoteAddr());
    Locale chosen = null;
    if (beginning != null && beginning.language() != null) {
      chosen = served(beginning.language());
    }
    Transcripts.Started started = transcripts.start(ChatAddress.WEB, chosen, preferred(request));
    return new Begun(started.id(), started.token());
  }

  @PostMapping("/conversations/{id}/messages")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void send(
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @RequestBody Sent sent,
      HttpServletRequest request) {
    ChatAddress address = open(id, authorization);
    limits.message(id);
    if (sent.id() == null || sent.id().isBlank() || sent.id().length() > LONGEST_MESSAGE_ID) {
      throw new ChatRequestException(
          HttpStatus.BAD_REQUEST,
          "The message has no \"id\"; give each message an id of its own, at most 64 characters"
              + " long.");
    }
    Content content;
    if (sent.text() != null && sent.choice() == null) {
      if (sent.text().length() > LONGEST_TEXT) {
        throw new ChatRequestException(
            HttpStatus.CONTENT_TOO_LARGE,
            "The text is longer than "
                + LONGEST_TEXT
                + " characters; send it in several messages.");
      }
      content = new Content.Text(PlainCharacters.of(sent.text()));
    } else if (sent.choice() != null && sent.text() == null) {
      if (sent.choice().length() > LONGEST_CHOICE) {
        throw new ChatRequestException(
            HttpStatus.BAD_REQUEST,
            "The \"choice\" is longer than "
                + LONGEST_CHOICE
                + " characters; send the id of an option that was offered.");
      }
      content = new Content.Choice(PlainCharacters.of(sent.choice()));
    } else {
      throw new ChatRequestException(
          HttpStatus.BAD_REQUEST,
          "A message has either a \"text\" or a \"choice\"; send one of the two.");
    }
    inbox.accept(
        new IncomingMessage(
            address, id + ":" + PlainCharacters.of(sent.id()), content, preferred(request)));
  }

  @GetMapping("/conversations/{id}/messages")
  Listing read(
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @RequestParam(defaultValue = "0") long after) {
    open(id, authorization);
    return new Listing(lines(id, after));
  }

  @GetMapping(path = "/conversations/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @RequestParam(defaultValue = "0") long after) {
    open(id, authorization);
    return live.follow(id, after, this::lines);
  }

  @DeleteMapping("/conversations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization) {
    open(id, authorization);
    transcripts.erase(id);
  }

  private ChatAddress open(String id, @Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      throw new ChatRequestException(
          HttpStatus.UNAUTHORIZED,
          "The token is missing; send the header \"Authorization: Bearer <token>\" with the token"
              + " of the conversation.");
    }
    // An unknown conversation and a wrong token look the same, so that ids cannot be guessed.
    if (!isUuid(id) || !transcripts.opens(id, authorization.substring("Bearer ".length()))) {
      throw new ChatRequestException(
          HttpStatus.NOT_FOUND,
          "There is no such conversation, or the token is not its own; begin a new one with POST"
              + " /api/chat/conversations.");
    }
    return transcripts
        .address(id)
        .orElseThrow(
            () ->
                new ChatRequestException(
                    HttpStatus.NOT_FOUND, "The conversation was erased; begin a new one."));
  }

  private static boolean isUuid(String id) {
    try {
      return UUID.fromString(id).toString().equals(id);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private List<Line> lines(String id, long after) {
    return transcripts.after(id, after).stream()
        .map(
            entry ->
                new Line(
                    entry.seq(),
                    entry.from().name().toLowerCase(Locale.ROOT),
                    entry.message().kind(),
                    entry.message().intent(),
                    entry.message().text().plainText(),
                    entry.message().text(),
                    entry.message().language().toLanguageTag(),
                    direction(entry.message().language()),
                    entry.message().options(),
                    entry.message().links()))
        .toList();
  }

  private String direction(Locale language) {
    return languages.of(language).direction().name().toLowerCase(Locale.ROOT);
  }

  private Locale served(String tag) {
    try {
      Locale wanted = new Locale.Builder().setLanguageTag(tag).build();
      return offered(wanted).orElseThrow(() -> notServed(tag));
    } catch (IllformedLocaleException e) {
      throw notServed(tag);
    }
  }

  private ChatRequestException notServed(String tag) {
    return new ChatRequestException(
        HttpStatus.BAD_REQUEST,
        "The language '"
            + (tag.length() > 20 ? tag.substring(0, 20) : tag)
            + "' is not served; use one of "
            + String.join(
                ", ", languages.offered().stream().map(l -> l.locale().toLanguageTag()).toList())
            + ".");
  }

  /** The first language the browser asks for that is offered; null if none is. */
  private @Nullable Locale preferred(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return null;
    }
    return Collections.list(request.getLocales()).stream()
        .flatMap(wanted -> offered(wanted).stream())
        .findFirst()
        .orElse(null);
  }

  private Optional<Locale> offered(Locale wanted) {
    return languages.offered(wanted.toLanguageTag()).map(Language::locale);
  }
}
