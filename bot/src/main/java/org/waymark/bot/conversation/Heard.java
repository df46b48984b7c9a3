package org.waymark.bot.conversation;

import org.waymark.bot.channel.IncomingMessage.AttachmentKind;
import org.waymark.intents.classifier.Understanding;
import org.waymark.localization.IdentifiedLanguage;

/** What a contact's message came to, once language and intent were worked out. */
sealed interface Heard {

  /** A text. */
  record Said(String text, IdentifiedLanguage language, Understanding understanding)
      implements Heard {
    /** Not the text: it does not belong in logs. */
    @Override
    public String toString() {
      return "Said[" + language + "]";
    }
  }

  /** Text with nothing to read in it: blanks, emoji, marks. */
  record SaidNothing() implements Heard {}

  /** More text than is read. */
  record SaidTooMuch(int limit) implements Heard {}

  /** A button, or its number typed. */
  record Chose(Choice choice) implements Heard {}

  /** A button nobody made. */
  record ChoseUnknown() implements Heard {}

  /** A command. */
  record Commanded(String name) implements Heard {}

  /** Something that is not text. */
  record Sent(AttachmentKind kind) implements Heard {}

  /** An earlier message was changed. */
  record Changed() implements Heard {}

  /** The bot was addressed in a group. */
  record CalledInGroup() implements Heard {}
}
