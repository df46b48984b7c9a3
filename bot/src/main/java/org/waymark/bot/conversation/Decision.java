package org.waymark.bot.conversation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.bot.channel.IncomingMessage.AttachmentKind;

/**
 * What to tell the contact. Each case is one message template and has its transcript among the
 * tests; its {@link #kind()} is what other programs see.
 */
sealed interface Decision {

  /** The name of the case as other programs see it. */
  default String kind() {
    return switch (this) {
      case Welcome _ -> "welcome";
      case SendAnswer _ -> "answer";
      case SendCard _ -> "card";
      case AskWhich _ -> "clarify";
      case AskLanguage _ -> "choose-language";
      case LanguageSet _ -> "language-set";
      case LanguageSwitched _ -> "language-switched";
      case LanguageNotServed _ -> "unsupported-language";
      case AskToRephrase _ -> "rephrase";
      case OfferHandoff _ -> "offer-handoff";
      case HandOff _ -> "handoff";
      case HandOffCancelled _ -> "handoff-cancelled";
      case ShowEmergencyHelp _ -> "emergency";
      case StandDown _ -> "not-an-emergency";
      case ShowMenu _ -> "menu";
      case ShowArea _ -> "menu";
      case ConfirmDeletion _ -> "confirm-deletion";
      case Erase _ -> "erased";
      case DeletionCancelled _ -> "deletion-cancelled";
      case ThankForRating _ -> "thanks";
      case RegretAnswer _ -> "not-helpful";
      case ExplainAttachment _ -> "attachment";
      case ExplainEdit _ -> "edited";
      case ExplainGroup _ -> "group";
      case AskForWords _ -> "empty";
      case AskForLess _ -> "too-long";
      case ExplainButton _ -> "unknown-choice";
    };
  }

  /** Says who speaks, what it can do and what is kept. */
  record Welcome(boolean languageKnown) implements Decision {}

  /**
   * Answers an intent.
   *
   * @param alternative a related intent that came close; null if none did
   * @param offerOtherLanguage whether to ask if this is the contact's language
   */
  record SendAnswer(String intent, @Nullable String alternative, boolean offerOtherLanguage)
      implements Decision {}

  /** Gives the answer of an intent as a card to take along. */
  record SendCard(String intent) implements Decision {}

  /** Asks which of two or three intents is meant. */
  record AskWhich(List<String> intents) implements Decision {}

  /** Asks for the language; the likely ones come first. */
  record AskLanguage(List<Locale> likely) implements Decision {}

  /** Confirms the language that was chosen. */
  record LanguageSet(boolean undoable) implements Decision {}

  /** Announces that the language changed because the contact writes another. */
  record LanguageSwitched() implements Decision {}

  /** Says that a language is not served yet. */
  record LanguageNotServed(String languageTag, String englishName) implements Decision {}

  /** Asks to say it in other words. */
  record AskToRephrase() implements Decision {}

  /** Offers a person after misunderstandings. */
  record OfferHandoff() implements Decision {}

  /**
   * Hands over to staff.
   *
   * @param reference the ticket's reference
   * @param reason why
   * @param isNew whether the ticket is made now, or waits already
   */
  record HandOff(String reference, HandoffReason reason, boolean isNew) implements Decision {}

  /** Confirms that nobody is waited for any more. */
  record HandOffCancelled() implements Decision {}

  /** Shows at once where to get help in danger. */
  record ShowEmergencyHelp() implements Decision {}

  /** Is glad that there is no danger, and asks for the question. */
  record StandDown() implements Decision {}

  /** Shows the areas of the menu. */
  record ShowMenu() implements Decision {}

  /** Shows the questions of an area. */
  record ShowArea(MenuArea area) implements Decision {}

  /** Asks whether everything shall be erased. */
  record ConfirmDeletion() implements Decision {}

  /** Erases everything and says so. */
  record Erase() implements Decision {}

  /** Says that nothing was erased. */
  record DeletionCancelled() implements Decision {}

  /** Thanks for a good rating. */
  record ThankForRating() implements Decision {}

  /** Regrets a bad answer and offers other ways. */
  record RegretAnswer() implements Decision {}

  /** Says what is done with things that are not text. */
  record ExplainAttachment(AttachmentKind attachment) implements Decision {}

  /** Says what happens with changed messages. */
  record ExplainEdit() implements Decision {}

  /** Says that the bot works in private chats only. */
  record ExplainGroup() implements Decision {}

  /** Asks for words where there were none. */
  record AskForWords() implements Decision {}

  /** Asks for a shorter message. */
  record AskForLess(int limit) implements Decision {}

  /** Says that a button no longer works. */
  record ExplainButton() implements Decision {}
}
