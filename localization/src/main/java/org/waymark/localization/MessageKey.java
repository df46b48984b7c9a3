package org.waymark.localization;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The bot's own sentences, with what a translator needs to know about each.
 *
 * <p>Button labels should stay under 25 characters. Sentences address the person politely, in plain
 * words, without guessing gender or age, and never mention immigration status.
 */
public enum MessageKey {
  // Beginning
  WELCOME(
      "First message: who the bot is (a computer program of the school, not a person), what it can"
          + " do, what is kept and for how many days, and the words of delete-phrase in quotes.",
      "days"),
  TELEGRAM_PRIVACY(
      "Shown once on Telegram: Telegram can read what is sent there; private things are better said"
          + " at the school or on the school's web page."),
  WHAT_IS_KEPT("Answer to what is stored, for how many days, and how to erase it.", "days"),
  WELCOME_BACK("Greeting for a person who returns after a pause."),
  CHOOSE_QUESTION("Asks the person to write a question or choose a topic."),

  // Language
  CHOOSE_LANGUAGE("Asks which language the person wants; buttons with languages follow."),
  LANGUAGE_SET("Confirms the language chosen; {language} is its own name.", "language"),
  LANGUAGE_SWITCHED(
      "Announces that the bot changed to this language because the person wrote in it.",
      "language"),
  UNDO_BUTTON("Button: take back the last change of language."),
  LANGUAGE_UNDONE("Confirms that the earlier language is used again."),
  NOT_YOUR_LANGUAGE_BUTTON("Button under the first answer: choose another language."),
  LANGUAGE_NOT_SERVED(
      "The person writes in {language}, which the bot does not speak yet: choose one or ask for a"
          + " person.",
      "language"),
  SERVED_IN_OTHER_LANGUAGE(
      "Stands above a text that exists only in {language}, another language than this one.",
      "language"),
  CONVERTED_BY_PROGRAM(
      "Stands below a text whose characters a program converted, such as simplified Chinese to"
          + " traditional."),
  LANGUAGE_PARTLY_SERVED(
      "Said once in a language that is not complete: some texts will come in English."),
  MORE_LANGUAGES_BUTTON("Button: show the other languages."),

  // Understanding
  DID_YOU_MEAN("Asks which of two or three topics is meant; buttons with their titles follow."),
  DANGER_HINT(
      "Stands in the question which topic is meant when danger is among them: call 911, say your"
          + " language; call or text 988 to talk to a person."),
  OR_DID_YOU_MEAN_BUTTON(
      "Button under an answer that offers the next likely topic; {title} is its title.", "title"),
  NONE_OF_THESE_BUTTON("Button: none of the offered topics is right."),
  REPHRASE("The message was not understood; asks for other, shorter words."),
  REPHRASE_AGAIN("The same in other words, so that the bot does not repeat itself."),
  OFFER_PERSON("Not understood twice: offers to pass the question to the school's staff."),

  // Menu
  MENU_TITLE("Heading of the list of topics."),
  MENU_BUTTON("Button: show the list of topics."),
  MENU_BACK_BUTTON("Button: back to the list of topics."),
  AREA_SCHOOL("Topic area: classes, programs, applying."),
  AREA_MONEY("Topic area: paying for school, living costs."),
  AREA_WORK("Topic area: jobs, apprenticeships, training at work."),
  AREA_LANGUAGE("Topic area: learning English, interpreters, help in one's language."),
  AREA_PAPERS_AND_RIGHTS("Topic area: documents, rights, legal help, unfair treatment."),
  AREA_FAMILY("Topic area: children, parents, family and study."),
  AREA_SAFETY("Topic area: safety, bullying, health of the mind."),

  // Answers
  STEPS_HEADING("Heading above the steps of an answer."),
  CAUTION_HEADING("Heading above a caution."),
  LINKS_HEADING("Heading above links."),
  CONTACTS_HEADING("Heading above names and telephone numbers at the school."),
  RELATED_HEADING("Heading above related topics."),
  NEXT_HEADING("Asks what the person wants to do next; buttons follow."),
  LINK_IN_OTHER_LANGUAGE("Note beside a link whose page is in {language}.", "language"),
  AS_OF("Note beside a fact that may have changed; {date} is a month or day.", "date"),
  TALK_TO_PERSON_BUTTON("Button: talk to a person at the school."),
  HELPFUL_BUTTON("Button: this answer helped."),
  NOT_HELPFUL_BUTTON("Button: this answer did not help."),
  HELPFUL_THANKS("Thanks for saying that the answer helped."),
  NOT_HELPFUL_REPLY("The answer did not help: asks to say it otherwise, or offers a person."),

  // Card to take along
  CARD_BUTTON("Button under an answer: get it as a card to take along, in two languages."),
  CARD_READY("Stands above the card: keep it on the phone or print it, and show it at the school."),
  CARD_OPEN_BUTTON("Name of the link that opens the page with the card."),
  CARD_BRING_HEADING("Heading above what to bring to the school or office."),
  CARD_SCAN_HINT("Stands beside a QR code: the phone's camera opens the web page."),
  CARD_MADE_ON(
      "Stands at the bottom of the card: made on {date}, rules may have changed since.", "date"),
  CARD_PRINT_BUTTON("Button: print the card."),

  // The school
  SCHOOL_HOURS_HEADING("Heading above the school's opening hours."),
  SCHOOL_CLOSED("Stands beside a day on which the school is closed."),
  SCHOOL_CLOSED_DAYS_HEADING("Heading above a list of dates on which the school is closed."),
  SCHOOL_OPEN_NOW("The school is open now, until {time}.", "time"),
  CONTACT_SPEAKS("Stands beside a contact: the languages the person speaks.", "languages"),
  CONTACT_OFFICE("Who at the school: the front office."),
  CONTACT_ADMISSIONS("Who at the school: the office for applying and enrolling."),
  CONTACT_CAREER_SERVICES("Who at the school: help with jobs and careers."),
  CONTACT_CIVIL_RIGHTS("Who at the school: the coordinator for civil rights and complaints."),
  CONTACT_COUNSELOR("Who at the school: the counselor."),
  CONTACT_DISABILITY("Who at the school: help for students with disabilities."),
  CONTACT_ESL("Who at the school: the office for English classes."),
  CONTACT_FAMILY_LIAISON("Who at the school: the person who connects families and the school."),
  CONTACT_FINANCIAL_AID("Who at the school: the financial aid office."),
  CONTACT_INTERPRETER_DESK("Who at the school: the desk for interpreters and translations."),
  CONTACT_SOCIAL_WORKER("Who at the school: the social worker."),

  // Emergency
  EMERGENCY_HEADING("Heading above emergency numbers."),
  NOT_AN_EMERGENCY_BUTTON("Button: this is not an emergency."),
  NOT_AN_EMERGENCY_REPLY("Accepts kindly that it is no emergency and goes on."),

  // A person takes over
  HANDOFF_DONE(
      "The question is stored for the staff under {reference}; they read it during school hours;"
          + " {contacts} says how to reach the school now.",
      "reference",
      "contacts"),
  HANDOFF_NO_CONTACT(
      "The same when the school gave no contact details: go to the office or call it.",
      "reference"),
  HANDOFF_ALREADY("The question is already waiting for the staff.", "reference"),
  HANDOFF_CANCELLED("The staff will not answer this question; the bot goes on."),
  CANCEL_HANDOFF_BUTTON("Button: I do not need a person any more."),
  HANDOFF_OUTSIDE_HOURS(
      "The school is closed now; {opening} says in words when it opens.", "opening"),
  TICKET_WAITING(
      "How many questions are waiting before this one: {count} is a whole number.", "count"),
  PERSON_JOINED("From now on a person answers; {name} is the name the staff member shows.", "name"),
  PERSON_LEFT("The person has ended the talk; the program answers again."),
  PERSON_IDLE("Nobody wrote for a while; the program answers again."),
  RELAYED("A message was passed to the person who is in charge."),
  TRANSLATED_BY_SCHOOL("Note above a sentence of staff that was translated by the school."),

  // Privacy
  DELETE_PHRASE("The words a person writes to erase everything; no punctuation."),
  DELETE_CONFIRM("Asks whether everything kept about this chat should really be erased."),
  DELETE_YES_BUTTON("Button: yes, erase."),
  DELETE_NO_BUTTON("Button: no, keep."),
  DELETED("Everything is erased; on Telegram the chat itself can be deleted by the person only."),
  DELETE_CANCELLED("Nothing was erased."),
  MASKED_NUMBER("A number that looked private was removed; asks not to send such numbers."),

  // Messages the bot cannot read
  VOICE_NOT_UNDERSTOOD("Reply to a voice message."),
  PHOTO_NOT_READ("Reply to a photo; asks not to send photos of documents."),
  FILE_REPLY("Reply to a file."),
  STICKER_REPLY("Reply to a sticker or animation."),
  LOCATION_REPLY("Reply to a location: it was not kept."),
  CONTACT_REPLY("Reply to a shared contact card: it was not kept."),
  EDITED_MESSAGE_REPLY("Reply to an edited message: please send it again as a new one."),
  GROUP_CHAT_REPLY("Reply in a group: the bot works only in a private chat."),
  MESSAGE_TOO_LONG("The message is over {limit} characters, a whole number.", "limit"),
  EMPTY_MESSAGE("The message has no text."),
  TOO_MANY_MESSAGES("Too many messages in a short time: please wait a little."),

  // Trouble
  TEMPORARY_PROBLEM("Something went wrong; try again in a few minutes or contact the school."),
  EXPIRED_BUTTON("A button of an old message no longer works; the menu follows."),
  UNKNOWN_CHOICE("A choice the bot does not know; the menu follows."),
  RETRY_BUTTON("Button: try again."),

  // General buttons
  YES_BUTTON("Button: yes."),
  NO_BUTTON("Button: no."),
  SKIP_BUTTON("Button: skip this question."),
  CANCEL_BUTTON("Button: stop what was begun."),
  CONTINUE_BUTTON("Button: go on."),

  // Telegram
  COMMAND_START("Description of the command that begins, in a list of commands; few words."),
  COMMAND_HELP("Description of the command for help."),
  COMMAND_MENU("Description of the command that shows the topics."),
  COMMAND_LANGUAGE("Description of the command that changes the language."),
  COMMAND_PERSON("Description of the command that asks for a person."),
  COMMAND_DELETE("Description of the command that erases the person's data."),
  HELP("Reply to the help command: how to use the bot."),
  BOT_DESCRIPTION("What Telegram shows in the empty chat before the first message."),
  BOT_SHORT_DESCRIPTION("What Telegram shows in the bot's profile; under 120 characters."),

  // Web page
  PAGE_TITLE("Title of the web page."),
  PAGE_TAGLINE("One sentence below the title."),
  MESSAGE_PLACEHOLDER("Grey text in the empty input field."),
  SEND_BUTTON("Button: send the message."),
  READ_ALOUD_BUTTON("Button: let the device read the answer aloud."),
  STOP_READING_BUTTON("Button: stop reading aloud."),
  LANGUAGE_BUTTON("Button: change the language."),
  ERASE_BUTTON("Button: erase this conversation."),
  NEW_CONVERSATION_BUTTON("Button: begin a new conversation."),
  CONVERSATION_ENDED("The conversation is over or was erased."),
  TYPING("Shown while the answer is being written."),
  CONNECTING("Shown while the page connects."),
  CONNECTION_LOST("The connection is lost; the page tries again by itself."),
  RECONNECTED("The connection is back."),
  OFFLINE_HINT("The device is offline; the message will be sent later."),
  NOT_SENT("The message was not sent."),
  SENDER_BOT("Who wrote a message: the program."),
  SENDER_STAFF("Who wrote a message: a person of the school."),
  SENDER_CONTACT("Who wrote a message: the reader."),
  MESSAGES_REGION("Name of the list of messages, for screen readers."),
  OPENS_NEW_PAGE("Said by screen readers after a link that opens a new page."),
  JUST_NOW("When a message came: less than a minute ago."),
  MINUTES_AGO("When a message came: {count} minutes ago, a whole number.", "count");

  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // A copy by List.of.
  private final List<String> argumentNames;

  MessageKey(String description, String... argumentNames) {
    this.description = description;
    this.argumentNames = List.of(argumentNames);
  }

  /** The name the sentence has in the files: kebab-case, such as {@code did-you-mean}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a translator needs to know, in English. */
  public String description() {
    return description;
  }

  /** The names of the arguments the sentence must be given, in no particular order. */
  public List<String> argumentNames() {
    return argumentNames;
  }

  static Optional<MessageKey> ofKey(String key) {
    return Arrays.stream(values()).filter(candidate -> candidate.key().equals(key)).findFirst();
  }
}
