package org.waymark.bot.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.IncomingMessage;
import org.waymark.bot.channel.IncomingMessage.Content;
import org.waymark.bot.channel.OutgoingMessage;
import org.waymark.bot.channel.RichText;
import org.waymark.bot.channel.Transcripts;
import org.waymark.bot.conversation.Conversation.State;
import org.waymark.bot.guidance.Guidance;
import org.waymark.intents.catalog.Intent;
import org.waymark.localization.IdentifiedLanguage;
import org.waymark.localization.Language;
import org.waymark.localization.LanguageEvidence;
import org.waymark.localization.Languages;

/**
 * Takes a message through all steps: identify the language, screen for danger, classify, decide,
 * record. What it records in one transaction is the conversation, the transcript and the messages
 * to deliver.
 */
@Service
public class ConversationService implements Transcripts {

  /** The longest text that is read, in UTF-16 units; Telegram sends no longer ones. */
  public static final int LONGEST_TEXT = 4096;

  private final Conversations conversations;
  private final Outgoing outgoing;
  private final Comprehension comprehension;
  private final Guidance guidance;
  private final Replies replies;
  private final ApplicationEventPublisher events;
  private final SecureRandom random = new SecureRandom();
  private final Languages languages;
  private final List<Locale> offered;

  ConversationService(
      Conversations conversations,
      Outgoing outgoing,
      Comprehension comprehension,
      Guidance guidance,
      Languages languages,
      Replies replies,
      ApplicationEventPublisher events) {
    this.conversations = conversations;
    this.outgoing = outgoing;
    this.comprehension = comprehension;
    this.guidance = guidance;
    this.replies = replies;
    this.events = events;
    this.languages = languages;
    this.offered = languages.offered().stream().map(Language::locale).toList();
  }

  private Dialogue dialogue() {
    return new Dialogue(
        Set.copyOf(offered),
        guidance.catalog().intents().stream()
            .filter(intent -> !intent.isOutOfScope())
            .map(Intent::id)
            .collect(Collectors.toSet()));
  }

  /**
   * Handles a message; everything it leads to is recorded in the caller's transaction. A message of
   * a web chat that was erased meanwhile is dropped: its contact could not read the answer.
   */
  @Transactional
  public void handle(IncomingMessage message) {
    conversationAt(message.address(), message.hint())
        .ifPresent(conversation -> handle(conversation, message));
  }

  private void handle(Conversation conversation, IncomingMessage message) {
    Heard heard = hear(conversation.state(), message.content());
    Dialogue.Turn turn = dialogue().decide(conversation.state(), heard, supplies());
    turn = answerWaitingQuestion(heard, turn);
    record(conversation, message, turn);
  }

  /**
   * The conversation at an address, begun now where there is none. A web chat begins with a
   * conversation: where it has none any more, it was erased, and this is empty.
   */
  private Optional<Conversation> conversationAt(ChatAddress address, @Nullable Locale hint) {
    Optional<Conversation> known = conversations.at(address);
    if (known.isPresent() || address.channel().equals(ChatAddress.WEB)) {
      return known;
    }
    return Optional.of(
        conversations.create(
            UUID.randomUUID().toString(), address, null, State.fresh(offeredLanguage(hint))));
  }

  // ------------------------------------------------------------------------------ hearing

  private Heard hear(State state, Content content) {
    return switch (content) {
      case Content.Text(String text) -> hearText(state, text);
      case Content.Choice(String option) ->
          Choice.parse(option).<Heard>map(Heard.Chose::new).orElseGet(Heard.ChoseUnknown::new);
      case Content.Command(String name) -> new Heard.Commanded(name);
      case Content.Attachment(var kind) -> new Heard.Sent(kind);
      case Content.Edited() -> new Heard.Changed();
      case Content.FromGroup() -> new Heard.CalledInGroup();
    };
  }

  private Heard hearText(State state, String text) {
    if (text.length() > LONGEST_TEXT) {
      return new Heard.SaidTooMuch(LONGEST_TEXT);
    }
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return new Heard.SaidNothing();
    }
    Optional<Choice> numbered = numberedChoice(state, text.strip());
    if (numbered.isPresent()) {
      return new Heard.Chose(numbered.get());
    }
    Comprehension.Comprehended comprehended =
        comprehension.comprehend(text, new LanguageEvidence(state.language(), state.hint()));
    return new Heard.Said(text, comprehended.language(), comprehended.understanding());
  }

  /** People who cannot press buttons type the number of the one they mean. */
  private static Optional<Choice> numberedChoice(State state, String text) {
    if (text.isEmpty() || text.length() > 2 || !text.codePoints().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    int number = 0;
    for (int c : text.codePoints().toArray()) {
      number = 10 * number + Character.digit(c, 10);
    }
    return number >= 1 && number <= state.offered().size()
        ? Choice.parse(state.offered().get(number - 1))
        : Optional.empty();
  }

  /** A question that was asked before the language was known is answered once it is. */
  private Dialogue.Turn answerWaitingQuestion(Heard heard, Dialogue.Turn turn) {
    String waiting = turn.state().pendingText();
    if (waiting == null || !(heard instanceof Heard.Chose(Choice.Speak _))) {
      return turn;
    }
    Locale language = turn.state().language();
    if (language == null) {
      return turn;
    }
    Heard said =
        new Heard.Said(
            waiting,
            new IdentifiedLanguage.Certain(language),
            comprehension.understand(waiting, language));
    Dialogue.Turn answer =
        dialogue().decide(turn.state().waitingForLanguage(null), said, supplies());
    List<Decision> decisions = new ArrayList<>(turn.decisions());
    decisions.addAll(answer.decisions());
    return new Dialogue.Turn(answer.state(), decisions);
  }

  private Dialogue.Supplies supplies() {
    StringBuilder reference = new StringBuilder("W-");
    for (int i = 0; i < 6; i++) {
      reference.append("ACDEFGHJKLMNPQRTUVWXY34679".charAt(random.nextInt(26)));
    }
    return new Dialogue.Supplies(reference.toString());
  }

  // ------------------------------------------------------------------------------ recording

  private void record(Conversation conversation, IncomingMessage message, Dialogue.Turn turn) {
    if (turn.decisions().stream().anyMatch(Decision.Erase.class::isInstance)) {
      eraseAndSaySo(conversation, turn);
      return;
    }
    List<OutgoingMessage> messages =
        replies.render(turn, conversation.address(), message.content());
    State state = turn.state().offering(optionsOf(messages));
    List<Entry> entries = new ArrayList<>();
    long seq = conversation.lastSeq();
    Optional<OutgoingMessage> contact = replies.echo(message.content(), conversation, turn);
    if (contact.isPresent()) {
      entries.add(new Entry(++seq, Origin.CONTACT, contact.get()));
    }
    for (OutgoingMessage reply : messages) {
      entries.add(new Entry(++seq, Origin.BOT, reply));
    }
    conversations.append(conversation.with(state), entries);
    publish(conversation, turn);
    for (OutgoingMessage reply : messages) {
      outgoing.enqueue(conversation.address(), reply);
    }
    events.publishEvent(new Grown(conversation.id()));
  }

  private void publish(Conversation conversation, Dialogue.Turn turn) {
    for (Decision decision : turn.decisions()) {
      switch (decision) {
        case Decision.HandOff(String reference, HandoffReason reason, boolean isNew) -> {
          if (isNew) {
            events.publishEvent(
                new HandoffRequested(
                    conversation.id(), reference, reason, replies.language(turn.state())));
          }
        }
        case Decision.HandOffCancelled _ -> {
          String reference = conversation.state().ticket();
          if (reference != null) {
            events.publishEvent(new HandoffCancelled(conversation.id(), reference));
          }
        }
        default -> {}
      }
    }
  }

  /** The confirmation is all that stays of an erased conversation, in a new one. */
  private void eraseAndSaySo(Conversation conversation, Dialogue.Turn turn) {
    ChatAddress address = conversation.address();
    Optional<String> token = conversations.tokenHash(conversation.id());
    conversations.erase(conversation.id());
    outgoing.forget(address);
    State state =
        State.fresh(conversation.state().hint()).in(replies.language(turn.state())).nowGreeted();
    Conversation fresh =
        conversations.create(conversation.id(), address, token.orElse(null), state);
    List<OutgoingMessage> messages =
        replies.render(
            new Dialogue.Turn(state, List.of(new Decision.Erase())),
            address,
            new Content.Command("delete"));
    List<Entry> entries = new ArrayList<>();
    long seq = conversation.lastSeq() + 1;
    for (OutgoingMessage message : messages) {
      entries.add(new Entry(++seq, Origin.BOT, message));
      outgoing.enqueue(address, message);
    }
    conversations.append(fresh.with(state.offering(optionsOf(messages))), entries);
    events.publishEvent(new Grown(conversation.id()));
  }

  private static List<String> optionsOf(List<OutgoingMessage> messages) {
    for (OutgoingMessage message : messages.reversed()) {
      if (!message.options().isEmpty()) {
        return message.options().stream().map(OutgoingMessage.Option::id).toList();
      }
    }
    return List.of();
  }

  // ------------------------------------------------------------------------------ web chat

  @Override
  @Transactional
  public Started start(String channel, @Nullable Locale chosen, @Nullable Locale hint) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    String id = UUID.randomUUID().toString();
    Locale language = offeredLanguage(chosen);
    State state = State.fresh(offeredLanguage(hint));
    state = (language == null ? state : state.in(language)).nowGreeted();
    ChatAddress address = new ChatAddress(channel, id);
    Conversation conversation = conversations.create(id, address, hash(token), state);
    Dialogue.Turn greeting =
        new Dialogue.Turn(state, List.of(new Decision.Welcome(language != null)));
    List<OutgoingMessage> messages =
        replies.render(greeting, address, new Content.Command("start"));
    List<Entry> entries = new ArrayList<>();
    for (OutgoingMessage message : messages) {
      entries.add(new Entry(entries.size() + 1L, Origin.BOT, message));
    }
    conversations.append(conversation.with(state.offering(optionsOf(messages))), entries);
    return new Started(id, token);
  }

  @Override
  public boolean opens(String conversation, String token) {
    String stored = conversations.tokenHash(conversation).orElse(hash(""));
    return MessageDigest.isEqual(
        stored.getBytes(StandardCharsets.US_ASCII),
        hash(token).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public Optional<ChatAddress> address(String conversation) {
    return conversations.address(conversation);
  }

  @Override
  public List<Entry> after(String conversation, long seq) {
    return conversations.after(conversation, seq);
  }

  @Override
  @Transactional
  public void erase(String conversation) {
    conversations.address(conversation).ifPresent(outgoing::forget);
    conversations.erase(conversation);
  }

  /** Tells a contact that the bot itself failed and what to do. */
  @Transactional
  public void apologise(ChatAddress address) {
    conversationAt(address, null).ifPresent(this::apologise);
  }

  private void apologise(Conversation conversation) {
    OutgoingMessage message = replies.apology(conversation.state());
    conversations.append(
        conversation, List.of(new Entry(conversation.lastSeq() + 1, Origin.BOT, message)));
    outgoing.enqueue(conversation.address(), message);
    events.publishEvent(new Grown(conversation.id()));
  }

  private @Nullable Locale offeredLanguage(@Nullable Locale wanted) {
    return Optional.ofNullable(wanted)
        .flatMap(locale -> languages.offered(locale.toLanguageTag()))
        .map(Language::locale)
        .orElse(null);
  }

  private static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** What the contact said, as the transcript keeps it. */
  static OutgoingMessage said(String text, Locale language) {
    return new OutgoingMessage(
        "message", null, language, RichText.plain(text), List.of(), List.of());
  }
}
