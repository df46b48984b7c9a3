package org.waymark.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.bot.conversation.Conversation.State;
import org.waymark.intents.catalog.Intent;
import org.waymark.intents.classifier.Classification.RankedIntent;
import org.waymark.intents.classifier.Understanding;
import org.waymark.localization.IdentifiedLanguage;

/**
 * Decides what to say: a pure function of what the conversation remembers and what was heard, with
 * no clock, database or network.
 */
final class Dialogue {

  /** How many messages in a row may be misunderstood before a person is offered. */
  static final int PATIENCE = 2;

  private final Set<Locale> offered;
  private final Set<String> intents;

  /**
   * Makes a dialogue.
   *
   * @param offered the languages that are served
   * @param intents the ids of the intents that can be answered
   */
  Dialogue(Set<Locale> offered, Set<String> intents) {
    this.offered = Set.copyOf(offered);
    this.intents = Set.copyOf(intents);
  }

  /**
   * What follows from a message.
   *
   * @param state what the conversation remembers from now on
   * @param decisions what to tell the contact, in order
   */
  record Turn(State state, List<Decision> decisions) {}

  /** The outside facts that a decision may need: made up front, so that deciding stays pure. */
  record Supplies(String newTicketReference) {}

  /** Decides. */
  Turn decide(State state, Heard heard, Supplies supplies) {
    return switch (heard) {
      case Heard.Said said -> said(state, said, supplies);
      case Heard.Chose(Choice choice) -> chose(state, choice, supplies);
      case Heard.Commanded(String name) -> commanded(state, name, supplies);
      case Heard.SaidNothing() -> say(state, new Decision.AskForWords());
      case Heard.SaidTooMuch(int limit) -> say(state, new Decision.AskForLess(limit));
      case Heard.ChoseUnknown() -> say(state, new Decision.ExplainButton());
      case Heard.Sent(var kind) -> say(state, new Decision.ExplainAttachment(kind));
      case Heard.Changed() -> say(state, new Decision.ExplainEdit());
      case Heard.CalledInGroup() -> say(state, new Decision.ExplainGroup());
    };
  }

  private static Turn say(State state, Decision... decisions) {
    return new Turn(state, List.of(decisions));
  }

  // ------------------------------------------------------------------------------ text

  private Turn said(State before, Heard.Said said, Supplies supplies) {
    // A new text takes the place of one that still waited for its language.
    State state = before.waitingForLanguage(null);
    List<Decision> decisions = new ArrayList<>();
    boolean danger = said.understanding() instanceof Understanding.Emergency;
    State known = state;
    boolean recognisedNow = false;
    switch (said.language()) {
      case IdentifiedLanguage.Certain(Locale language) -> {
        if (!offered.contains(language)) {
          return notServed(state, language, danger);
        }
        recognisedNow = state.language() == null;
        if (state.language() != null && !state.language().equals(language)) {
          decisions.add(new Decision.LanguageSwitched());
        }
        known = state.in(language);
      }
      case IdentifiedLanguage.Unsupported(String tag, String name) -> {
        return notServed(state, tag, name, danger);
      }
      case IdentifiedLanguage.Ambiguous(List<Locale> candidates) -> {
        if (state.language() == null && !danger) {
          List<Locale> likely = candidates.stream().filter(offered::contains).toList();
          if (likely.isEmpty()) {
            return notServed(state, candidates.getFirst(), false);
          }
          return askLanguage(state.waitingForLanguage(said.text()), likely);
        }
      }
      case IdentifiedLanguage.Undetermined() -> {
        if (state.language() == null && !danger) {
          if (state.hint() == null || !offered.contains(state.hint())) {
            return askLanguage(state.waitingForLanguage(said.text()), List.of());
          }
          recognisedNow = true;
          known = state.in(state.hint());
        }
      }
    }
    Turn turn = understood(known, said.understanding(), recognisedNow, supplies);
    decisions.addAll(turn.decisions());
    return new Turn(turn.state(), decisions);
  }

  private static Turn notServed(State state, Locale language, boolean danger) {
    return notServed(
        state, language.toLanguageTag(), language.getDisplayLanguage(Locale.ENGLISH), danger);
  }

  private static Turn notServed(State state, String tag, String name, boolean danger) {
    List<Decision> decisions = new ArrayList<>();
    if (danger) {
      decisions.add(new Decision.ShowEmergencyHelp());
    }
    decisions.add(new Decision.LanguageNotServed(tag, name));
    return new Turn(state, decisions);
  }

  private static Turn askLanguage(State state, List<Locale> likely) {
    return say(state, new Decision.AskLanguage(likely));
  }

  private Turn understood(
      State state, Understanding understanding, boolean languageIsNew, Supplies supplies) {
    return switch (understanding) {
      case Understanding.Emergency emergency -> emergency(state, emergency);
      case Understanding.Matched matched -> {
        @Nullable String alternative =
            matched.alternatives().isEmpty() ? null : matched.alternatives().getFirst().intent();
        yield answer(state, matched.intent(), alternative, languageIsNew, supplies);
      }
      case Understanding.Ambiguous ambiguous ->
          say(
              state.misunderstood(0),
              new Decision.AskWhich(
                  ambiguous.candidates().stream().map(RankedIntent::intent).toList()));
      case Understanding.NotUnderstood _ -> notUnderstood(state);
    };
  }

  /**
   * Danger that a reviewed phrase names is answered with help alone. Where only the classifier
   * suspects it, what else the message may ask is offered below the help.
   */
  private static Turn emergency(State state, Understanding.Emergency emergency) {
    List<Decision> decisions = new ArrayList<>();
    decisions.add(new Decision.ShowEmergencyHelp());
    if (!emergency.alternatives().isEmpty()) {
      decisions.add(
          new Decision.AskWhich(
              emergency.alternatives().stream().map(RankedIntent::intent).toList()));
    }
    return new Turn(state.answered(Intent.EMERGENCY), decisions);
  }

  private static Turn notUnderstood(State state) {
    int times = state.misunderstandings() + 1;
    return times < PATIENCE
        ? say(state.misunderstood(times), new Decision.AskToRephrase())
        : say(state.misunderstood(times), new Decision.OfferHandoff());
  }

  /** The answer to an intent, or what the intent does. */
  private Turn answer(
      State state,
      String intent,
      @Nullable String alternative,
      boolean languageIsNew,
      Supplies supplies) {
    State calm = state.misunderstood(0);
    return switch (intent) {
      case Intent.EMERGENCY ->
          new Turn(state.answered(intent), List.of(new Decision.ShowEmergencyHelp()));
      case "greeting" ->
          state.greeted()
              ? say(calm, new Decision.SendAnswer(intent, null, languageIsNew))
              : say(calm.nowGreeted(), new Decision.Welcome(true));
      case "human" -> handOff(calm, HandoffReason.ASKED, supplies);
      case "change-language" -> askLanguage(calm, List.of());
      case "delete-data" -> say(calm, new Decision.ConfirmDeletion());
      case "not-helpful" -> say(calm, new Decision.RegretAnswer());
      case "bot-help" ->
          say(calm, new Decision.SendAnswer(intent, null, languageIsNew), new Decision.ShowMenu());
      default ->
          say(state.answered(intent), new Decision.SendAnswer(intent, alternative, languageIsNew));
    };
  }

  private static Turn handOff(State state, HandoffReason reason, Supplies supplies) {
    String waiting = state.ticket();
    return waiting != null
        ? say(state, new Decision.HandOff(waiting, reason, false))
        : say(
            state.withTicket(supplies.newTicketReference()),
            new Decision.HandOff(supplies.newTicketReference(), reason, true));
  }

  // ------------------------------------------------------------------------------ buttons

  private Turn chose(State state, Choice choice, Supplies supplies) {
    return switch (choice) {
      case Choice.Ask(String intent) ->
          intents.contains(intent)
              ? answer(state.waitingForLanguage(null), intent, null, false, supplies)
              : say(state, new Decision.ExplainButton());
      case Choice.TakeAlong(String intent) ->
          intents.contains(intent)
              ? say(state, new Decision.SendCard(intent))
              : say(state, new Decision.ExplainButton());
      case Choice.Menu() ->
          say(state.waitingForLanguage(null).misunderstood(0), new Decision.ShowMenu());
      case Choice.Area(MenuArea area) -> say(state, new Decision.ShowArea(area));
      case Choice.Speak(String tag) -> speak(state, tag);
      case Choice.UndoLanguage() ->
          state.previousLanguage() == null
              ? askLanguage(state, List.of())
              : say(state.in(state.previousLanguage()), new Decision.LanguageSet(false));
      case Choice.ChooseLanguage() -> askLanguage(state, List.of());
      case Choice.Person(HandoffReason reason) -> handOff(state, reason, supplies);
      case Choice.CancelPerson() -> say(state.withTicket(null), new Decision.HandOffCancelled());
      case Choice.NotInDanger() -> say(state, new Decision.StandDown());
      case Choice.NoneOfThese() -> notUnderstood(state);
      case Choice.Rate(boolean helpful) ->
          say(state, helpful ? new Decision.ThankForRating() : new Decision.RegretAnswer());
      case Choice.Delete(boolean confirmed) ->
          say(state, confirmed ? new Decision.Erase() : new Decision.DeletionCancelled());
    };
  }

  /** Speaks a language; a question that waited for it is answered by the caller. */
  private Turn speak(State state, String tag) {
    for (Locale language : offered) {
      if (language.toLanguageTag().equals(tag)) {
        boolean change = state.language() != null && !state.language().equals(language);
        return say(state.in(language), new Decision.LanguageSet(change));
      }
    }
    return say(state, new Decision.ExplainButton());
  }

  // ------------------------------------------------------------------------------ commands

  private Turn commanded(State state, String name, Supplies supplies) {
    return switch (name) {
      case "start" -> start(state);
      case "help" -> answer(state, "bot-help", null, false, supplies);
      case "menu" -> say(state.misunderstood(0), new Decision.ShowMenu());
      case "language" -> askLanguage(state, List.of());
      case "person" -> handOff(state, HandoffReason.ASKED, supplies);
      case "delete" -> say(state, new Decision.ConfirmDeletion());
      default -> say(state, new Decision.ShowMenu());
    };
  }

  private Turn start(State state) {
    State next = state.nowGreeted();
    if (state.language() != null) {
      return say(next, new Decision.Welcome(true));
    }
    Locale hint = state.hint();
    return hint != null && offered.contains(hint)
        ? say(next.in(hint), new Decision.Welcome(true))
        : say(next, new Decision.Welcome(false));
  }
}
