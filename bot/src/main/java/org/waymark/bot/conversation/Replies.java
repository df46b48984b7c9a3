package org.waymark.bot.conversation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.IncomingMessage.AttachmentKind;
import org.waymark.bot.channel.IncomingMessage.Content;
import org.waymark.bot.channel.OutgoingMessage;
import org.waymark.bot.channel.OutgoingMessage.LabeledLink;
import org.waymark.bot.channel.OutgoingMessage.Option;
import org.waymark.bot.channel.RichText;
import org.waymark.bot.channel.RichText.Block;
import org.waymark.bot.channel.RichText.Span;
import org.waymark.bot.conversation.Conversation.State;
import org.waymark.bot.guidance.Guidance;
import org.waymark.bot.guidance.SchoolProperties;
import org.waymark.bot.guidance.SchoolTexts;
import org.waymark.intents.catalog.Answer;
import org.waymark.intents.catalog.Intent;
import org.waymark.intents.catalog.Intent.Escalation;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.catalog.MarkedText;
import org.waymark.intents.catalog.School;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;
import org.waymark.localization.LocalizedText;
import org.waymark.localization.Maturity;
import org.waymark.localization.MessageKey;
import org.waymark.localization.Messages;

/** Puts decisions into words: the catalog's answers and the bot's own sentences, with buttons. */
@Component
class Replies {

  private static final int MOST_RELATED = 2;

  private final Guidance guidance;
  private final Messages messages;
  private final Languages languages;
  private final SchoolTexts schoolTexts;
  private final SchoolProperties settings;
  private final Clock clock;

  Replies(
      Guidance guidance,
      Messages messages,
      Languages languages,
      SchoolTexts schoolTexts,
      SchoolProperties settings,
      Clock clock) {
    this.guidance = guidance;
    this.messages = messages;
    this.languages = languages;
    this.schoolTexts = schoolTexts;
    this.settings = settings;
    this.clock = clock;
  }

  /** The language a conversation is answered in: the known one, else the app's, else English. */
  Locale language(State state) {
    if (state.language() != null) {
      return state.language();
    }
    return state.hint() != null ? state.hint() : IntentCatalog.SOURCE_LANGUAGE;
  }

  private IntentCatalog catalog() {
    return guidance.catalog();
  }

  /** All messages of a turn, in order. */
  List<OutgoingMessage> render(Dialogue.Turn turn, ChatAddress address, Content content) {
    List<OutgoingMessage> rendered = new ArrayList<>();
    for (Decision decision : turn.decisions()) {
      rendered.add(render(decision, turn.state(), address));
    }
    return rendered;
  }

  /** What the contact sent, for the transcript; empty where there is nothing to keep. */
  Optional<OutgoingMessage> echo(Content content, Conversation before, Dialogue.Turn turn) {
    Locale language = language(turn.state());
    return switch (content) {
      case Content.Text(String text) -> Optional.of(ConversationService.said(text, language));
      case Content.Choice(String option) ->
          Choice.parse(option)
              .map(
                  choice ->
                      ConversationService.said(label(choice, language(before.state())), language));
      case Content.Command(String name) ->
          Optional.of(ConversationService.said("/" + name, language));
      case Content.Attachment _, Content.Edited _, Content.FromGroup _ -> Optional.empty();
    };
  }

  /** Says that the bot failed. */
  OutgoingMessage apology(State state) {
    return new Draft("failure", language(state))
        .paragraph(MessageKey.TEMPORARY_PROBLEM)
        .option(new Choice.Person())
        .option(new Choice.Menu())
        .finish();
  }

  private OutgoingMessage render(Decision decision, State state, ChatAddress address) {
    Draft draft = new Draft(decision.kind(), language(state));
    return switch (decision) {
      case Decision.Welcome(boolean known) -> welcome(draft, known, address);
      case Decision.SendAnswer answer -> answer(draft, answer);
      case Decision.SendCard(String intent) -> card(draft, intent);
      case Decision.AskWhich(List<String> intents) -> {
        if (intents.contains(Intent.EMERGENCY)) {
          draft.paragraph(MessageKey.DANGER_HINT);
        }
        draft.paragraph(MessageKey.DID_YOU_MEAN);
        intents.forEach(intent -> draft.option(new Choice.Ask(intent)));
        yield draft.option(new Choice.NoneOfThese()).finish();
      }
      case Decision.AskLanguage(List<Locale> likely) ->
          languageButtons(draft.paragraph(MessageKey.CHOOSE_LANGUAGE), likely).finish();
      case Decision.LanguageSet(boolean undoable) -> {
        draft.paragraph(MessageKey.LANGUAGE_SET, Map.of("language", endonym(draft.language)));
        draft.announceGaps();
        yield undoable
            ? draft.option(new Choice.UndoLanguage()).finish()
            : draft.option(new Choice.Menu()).finish();
      }
      case Decision.LanguageSwitched() ->
          draft
              .paragraph(MessageKey.LANGUAGE_SWITCHED, Map.of("language", endonym(draft.language)))
              .announceGaps()
              .option(new Choice.UndoLanguage())
              .finish();
      case Decision.LanguageNotServed(String tag, String name) ->
          languageButtons(
                  draft
                      .paragraph(
                          MessageKey.LANGUAGE_NOT_SERVED,
                          Map.of(
                              "language", languages.byTag(tag).map(Language::endonym).orElse(name)))
                      .option(new Choice.Person(HandoffReason.LANGUAGE_NOT_SERVED)),
                  List.of())
              .finish();
      case Decision.AskToRephrase() ->
          draft
              .paragraph(MessageKey.REPHRASE)
              .option(new Choice.Menu())
              .option(new Choice.Person())
              .finish();
      case Decision.OfferHandoff() ->
          draft
              .paragraph(MessageKey.OFFER_PERSON)
              .option(new Choice.Person(HandoffReason.NOT_UNDERSTOOD))
              .option(new Choice.Menu())
              .finish();
      case Decision.HandOff(String reference, HandoffReason _, boolean isNew) ->
          handOff(draft, reference, isNew);
      case Decision.HandOffCancelled() ->
          draft.paragraph(MessageKey.HANDOFF_CANCELLED).option(new Choice.Menu()).finish();
      case Decision.ShowEmergencyHelp() -> emergency(draft);
      case Decision.StandDown() ->
          draft.paragraph(MessageKey.NOT_AN_EMERGENCY_REPLY).option(new Choice.Menu()).finish();
      case Decision.ShowMenu() -> {
        draft.paragraph(MessageKey.MENU_TITLE);
        for (MenuArea area : MenuArea.values()) {
          draft.option(new Choice.Area(area));
        }
        yield draft.option(new Choice.Person()).option(new Choice.ChooseLanguage()).finish();
      }
      case Decision.ShowArea(MenuArea area) -> {
        draft.paragraph(MessageKey.CHOOSE_QUESTION);
        area.intents(catalog()).forEach(intent -> draft.option(new Choice.Ask(intent.id())));
        yield draft.option(new Choice.Menu()).finish();
      }
      case Decision.ConfirmDeletion() ->
          draft
              .paragraph(MessageKey.DELETE_CONFIRM)
              .option(new Choice.Delete(true))
              .option(new Choice.Delete(false))
              .finish();
      case Decision.Erase() -> draft.paragraph(MessageKey.DELETED).finish();
      case Decision.DeletionCancelled() ->
          draft.paragraph(MessageKey.DELETE_CANCELLED).option(new Choice.Menu()).finish();
      case Decision.ThankForRating() ->
          draft.paragraph(MessageKey.HELPFUL_THANKS).option(new Choice.Menu()).finish();
      case Decision.RegretAnswer() ->
          draft
              .paragraph(MessageKey.NOT_HELPFUL_REPLY)
              .option(new Choice.Person(HandoffReason.NOT_HELPFUL))
              .option(new Choice.Menu())
              .option(new Choice.ChooseLanguage())
              .finish();
      case Decision.ExplainAttachment(AttachmentKind kind) ->
          draft.paragraph(key(kind)).option(new Choice.Menu()).option(new Choice.Person()).finish();
      case Decision.ExplainEdit() -> draft.paragraph(MessageKey.EDITED_MESSAGE_REPLY).finish();
      case Decision.ExplainGroup() -> draft.paragraph(MessageKey.GROUP_CHAT_REPLY).finish();
      case Decision.AskForWords() ->
          draft.paragraph(MessageKey.EMPTY_MESSAGE).option(new Choice.Menu()).finish();
      case Decision.AskForLess(int limit) ->
          draft.paragraph(MessageKey.MESSAGE_TOO_LONG, Map.of("limit", limit)).finish();
      case Decision.ExplainButton() ->
          draft.paragraph(MessageKey.EXPIRED_BUTTON).option(new Choice.Menu()).finish();
    };
  }

  private static MessageKey key(AttachmentKind kind) {
    return switch (kind) {
      case VOICE -> MessageKey.VOICE_NOT_UNDERSTOOD;
      case PHOTO -> MessageKey.PHOTO_NOT_READ;
      case STICKER -> MessageKey.STICKER_REPLY;
      case LOCATION -> MessageKey.LOCATION_REPLY;
      case CONTACT -> MessageKey.CONTACT_REPLY;
      case FILE, OTHER -> MessageKey.FILE_REPLY;
    };
  }

  private OutgoingMessage welcome(Draft draft, boolean known, ChatAddress address) {
    draft.paragraph(MessageKey.WELCOME, Map.of("days", settings.days()));
    if (address.channel().equals(ChatAddress.TELEGRAM)) {
      draft.paragraph(MessageKey.TELEGRAM_PRIVACY);
    }
    if (!known) {
      draft.paragraph(MessageKey.CHOOSE_LANGUAGE);
      return languageButtons(draft, List.of()).finish();
    }
    return draft
        .option(new Choice.Menu())
        .option(new Choice.Person())
        .option(new Choice.ChooseLanguage())
        .finish();
  }

  private Draft languageButtons(Draft draft, List<Locale> likely) {
    Set<Locale> ordered = new LinkedHashSet<>(likely);
    languages.offered().forEach(language -> ordered.add(language.locale()));
    ordered.forEach(language -> draft.option(new Choice.Speak(language.toLanguageTag())));
    return draft;
  }

  private OutgoingMessage answer(Draft draft, Decision.SendAnswer decision) {
    Intent intent = catalog().intent(decision.intent());
    Answer answer = catalog().answer(intent.id(), draft.language);
    draft.answer(intent, answer).contacts(intent);
    if (decision.alternative() != null) {
      draft.optionLabelled(
          new Choice.Ask(decision.alternative()),
          text(
              MessageKey.OR_DID_YOU_MEAN_BUTTON,
              draft.language,
              Map.of("title", title(decision.alternative(), draft.language))));
    }
    if (intent.escalation() == Escalation.ALWAYS) {
      draft.option(new Choice.Person());
    }
    if (!answer.steps().isEmpty()) {
      draft.option(new Choice.TakeAlong(intent.id()));
    }
    if (!intent.isChat()) {
      intent.related().stream()
          .filter(related -> !related.equals(decision.alternative()))
          .limit(MOST_RELATED)
          .forEach(related -> draft.option(new Choice.Ask(related)));
      draft.option(new Choice.Rate(true)).option(new Choice.Rate(false));
    }
    if (intent.escalation() == Escalation.OFFER) {
      draft.option(new Choice.Person());
    }
    draft.option(new Choice.Menu());
    if (decision.offerOtherLanguage()) {
      draft.announceGaps();
      draft.optionLabelled(
          new Choice.ChooseLanguage(), text(MessageKey.NOT_YOUR_LANGUAGE_BUTTON, draft.language));
    }
    return draft.finish();
  }

  private OutgoingMessage emergency(Draft draft) {
    Intent intent = catalog().intent(Intent.EMERGENCY);
    draft.answer(intent, catalog().answer(intent.id(), draft.language));
    return draft
        .option(new Choice.Person())
        .option(new Choice.Ask("mental-health"))
        .option(new Choice.NotInDanger())
        .finish();
  }

  /** The card itself is a picture or a page that the channel makes of the intent and language. */
  private OutgoingMessage card(Draft draft, String intent) {
    draft.intent = intent;
    return draft
        .paragraph(MessageKey.CARD_READY)
        .link(
            text(MessageKey.CARD_OPEN_BUTTON, draft.language),
            "/card/" + draft.language.toLanguageTag() + "/" + intent)
        .option(new Choice.Ask(intent))
        .option(new Choice.Menu())
        .finish();
  }

  private OutgoingMessage handOff(Draft draft, String reference, boolean isNew) {
    Optional<School> school = guidance.school();
    String contacts = school.map(s -> schoolTexts.reach(s, draft.language)).orElse("");
    if (!isNew) {
      draft.paragraph(MessageKey.HANDOFF_ALREADY, Map.of("reference", reference));
    } else if (contacts.isEmpty()) {
      draft.paragraph(MessageKey.HANDOFF_NO_CONTACT, Map.of("reference", reference));
    } else {
      draft.paragraph(
          MessageKey.HANDOFF_DONE, Map.of("reference", reference, "contacts", contacts));
    }
    school
        .flatMap(s -> schoolTexts.openingLine(s, clock.instant(), draft.language))
        .ifPresent(draft::words);
    return draft.option(new Choice.CancelPerson()).option(new Choice.Menu()).finish();
  }

  // ------------------------------------------------------------------------------ words

  private String text(MessageKey key, Locale language) {
    return messages.text(key, language).text();
  }

  private String text(MessageKey key, Locale language, Map<String, Object> arguments) {
    return messages.text(key, language, arguments).text();
  }

  private String title(String intent, Locale language) {
    return catalog().find(intent).isPresent() && !intent.equals(Intent.OUT_OF_SCOPE)
        ? catalog().answer(intent, language).title()
        : intent;
  }

  private String endonym(Locale language) {
    return languages.of(language).endonym();
  }

  private String label(Choice choice, Locale language) {
    return switch (choice) {
      case Choice.Ask(String intent) -> title(intent, language);
      case Choice.TakeAlong _ -> text(MessageKey.CARD_BUTTON, language);
      case Choice.Menu() -> text(MessageKey.MENU_BUTTON, language);
      case Choice.Area(MenuArea area) -> text(areaKey(area), language);
      case Choice.Speak(String tag) -> languages.byTag(tag).map(Language::endonym).orElse(tag);
      case Choice.UndoLanguage() -> text(MessageKey.UNDO_BUTTON, language);
      case Choice.ChooseLanguage() -> text(MessageKey.LANGUAGE_BUTTON, language);
      case Choice.Person _ -> text(MessageKey.TALK_TO_PERSON_BUTTON, language);
      case Choice.CancelPerson() -> text(MessageKey.CANCEL_HANDOFF_BUTTON, language);
      case Choice.NotInDanger() -> text(MessageKey.NOT_AN_EMERGENCY_BUTTON, language);
      case Choice.NoneOfThese() -> text(MessageKey.NONE_OF_THESE_BUTTON, language);
      case Choice.Rate(boolean helpful) ->
          text(helpful ? MessageKey.HELPFUL_BUTTON : MessageKey.NOT_HELPFUL_BUTTON, language);
      case Choice.Delete(boolean confirmed) ->
          text(confirmed ? MessageKey.DELETE_YES_BUTTON : MessageKey.DELETE_NO_BUTTON, language);
    };
  }

  private static MessageKey areaKey(MenuArea area) {
    return switch (area) {
      case MONEY -> MessageKey.AREA_MONEY;
      case SCHOOL -> MessageKey.AREA_SCHOOL;
      case WORK -> MessageKey.AREA_WORK;
      case LANGUAGE -> MessageKey.AREA_LANGUAGE;
      case PAPERS_AND_RIGHTS -> MessageKey.AREA_PAPERS_AND_RIGHTS;
      case FAMILY -> MessageKey.AREA_FAMILY;
      case SAFETY -> MessageKey.AREA_SAFETY;
    };
  }

  /** One message being put together in a language. */
  private final class Draft {
    private final String kind;
    private final Locale language;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Option> options = new ArrayList<>();
    private final Set<LabeledLink> links = new LinkedHashSet<>();
    private String intent = "";
    private Locale written;

    Draft(String kind, Locale language) {
      this.kind = kind;
      this.language = language;
      this.written = language;
    }

    Draft paragraph(MessageKey key) {
      return paragraph(key, Map.of());
    }

    Draft paragraph(MessageKey key, Map<String, Object> arguments) {
      LocalizedText text = messages.text(key, language, arguments);
      written = text.locale();
      for (String part : text.text().split("\n\n")) {
        blocks.add(new Block.Paragraph(List.of(Span.plain(part))));
      }
      return this;
    }

    Draft words(String words) {
      blocks.add(new Block.Paragraph(List.of(Span.plain(words))));
      return this;
    }

    Draft link(String label, String url) {
      links.add(new LabeledLink(label, url));
      return this;
    }

    /** Whom to ask at the school about an intent, if the school has said so. */
    Draft contacts(Intent answered) {
      List<String> roles = answered.contactRoles();
      List<String> lines =
          guidance
              .catalog()
              .school()
              .filter(_ -> !roles.isEmpty())
              .map(school -> schoolTexts.contacts(school, roles, language))
              .orElse(List.of());
      if (!lines.isEmpty()) {
        blocks.add(new Block.Heading(text(MessageKey.CONTACTS_HEADING, language)));
        blocks.add(
            new Block.Items(false, lines.stream().map(line -> List.of(Span.plain(line))).toList()));
      }
      return this;
    }

    /** Whether something the bot may say is not written in a language. */
    private boolean hasGaps(Locale language) {
      return languages.of(language).maturity() != Maturity.COMPLETE
          && (!messages.missing(language).isEmpty()
              || catalog().answers(language).size()
                  < catalog().answers(IntentCatalog.SOURCE_LANGUAGE).size());
    }

    /**
     * A language that is still being written is announced as such where it comes into use; the
     * message stays one in the language of its other blocks.
     */
    Draft announceGaps() {
      if (hasGaps(language)) {
        Locale before = written;
        paragraph(MessageKey.LANGUAGE_PARTLY_SERVED);
        written = before;
      }
      if (languages.of(language).convertedFrom() != null) {
        paragraph(MessageKey.CONVERTED_BY_PROGRAM);
      }
      return this;
    }

    Draft option(Choice choice) {
      return optionLabelled(choice, label(choice, language));
    }

    Draft optionLabelled(Choice choice, String label) {
      Option option = new Option(choice.id(), label);
      if (options.stream().noneMatch(known -> known.id().equals(option.id()))) {
        options.add(option);
      }
      return this;
    }

    Draft answer(Intent answered, Answer answer) {
      intent = answered.id();
      written = answer.language();
      if (!answer.language().equals(language)) {
        blocks.add(
            new Block.Paragraph(
                List.of(
                    Span.plain(
                        text(
                            MessageKey.SERVED_IN_OTHER_LANGUAGE,
                            language,
                            Map.of("language", endonym(answer.language())))))));
      }
      addMarked(answer.text(), answered);
      if (!answer.steps().isEmpty()) {
        blocks.add(new Block.Heading(text(MessageKey.STEPS_HEADING, language)));
        blocks.add(
            new Block.Items(
                true,
                answer.steps().stream()
                    .map(step -> spans(MarkedText.parse(step).spans(), answered))
                    .toList()));
      }
      String caution = answer.caution();
      if (caution != null) {
        blocks.add(new Block.Heading(text(MessageKey.CAUTION_HEADING, language)));
        addMarked(caution, answered);
      }
      for (var link : answered.links()) {
        links.add(new LabeledLink(link.label(), link.url(language).toString()));
      }
      return this;
    }

    private void addMarked(String text, Intent answered) {
      for (MarkedText.Block block : MarkedText.parse(text).blocks()) {
        blocks.add(
            switch (block) {
              case MarkedText.Block.Paragraph(List<MarkedText.Span> spans) ->
                  new Block.Paragraph(spans(spans, answered));
              case MarkedText.Block.Bullets(List<List<MarkedText.Span>> items) ->
                  new Block.Items(
                      false, items.stream().map(item -> spans(item, answered)).toList());
            });
      }
    }

    private List<Span> spans(List<MarkedText.Span> marked, Intent answered) {
      List<Span> spans = new ArrayList<>();
      for (MarkedText.Span span : marked) {
        spans.add(
            switch (span) {
              case MarkedText.Span.Plain(String text) -> Span.plain(text);
              case MarkedText.Span.Bold(String text) -> new Span(text, true, "");
              case MarkedText.Span.Linked(String text, String link) ->
                  new Span(text, false, url(link, answered));
            });
      }
      return spans;
    }

    private String url(String link, Intent answered) {
      return answered.links().stream()
          .filter(known -> known.id().equals(link))
          .findFirst()
          .map(known -> known.url(language).toString())
          .orElse("");
    }

    OutgoingMessage finish() {
      return new OutgoingMessage(
          kind,
          intent.isEmpty() ? null : intent,
          written,
          new RichText(List.copyOf(blocks)),
          List.copyOf(options),
          List.copyOf(links));
    }
  }
}
