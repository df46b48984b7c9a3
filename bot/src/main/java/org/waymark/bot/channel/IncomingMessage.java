package org.waymark.bot.channel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something a contact sent.
 *
 * @param address the chat it came from
 * @param deliveryId the platform's id of this delivery; the same id twice is handled once
 * @param content what was sent
 * @param hint the language of the contact's chat app, where the platform tells it
 */
public record IncomingMessage(
    ChatAddress address, String deliveryId, Content content, @Nullable Locale hint) {

  /** What was sent. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Content.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = Content.Command.class, name = "command"),
    @JsonSubTypes.Type(value = Content.Attachment.class, name = "attachment"),
    @JsonSubTypes.Type(value = Content.Edited.class, name = "edited"),
    @JsonSubTypes.Type(value = Content.FromGroup.class, name = "from-group")
  })
  public sealed interface Content {

    /** Typed text, as it was typed. */
    record Text(String text) implements Content {
      /** Not the text: it does not belong in logs. */
      @Override
      public String toString() {
        return "Text[" + text.length() + " characters]";
      }
    }

    /** A button that was pressed, by the id of its option. */
    record Choice(String option) implements Content {}

    /** A command such as {@code start} or {@code help}, without its slash. */
    record Command(String name) implements Content {}

    /** Something that is not text. */
    record Attachment(AttachmentKind kind) implements Content {}

    /** An earlier message was changed. */
    record Edited() implements Content {}

    /** The bot was addressed in a group. */
    record FromGroup() implements Content {}
  }

  /** The kinds of things that are not text. */
  public enum AttachmentKind {
    /** A voice message, audio or a round video message. */
    VOICE,
    /** A photo or video. */
    PHOTO,
    /** A sticker, an animation, dice. */
    STICKER,
    /** A place on a map. */
    LOCATION,
    /** A contact card. */
    CONTACT,
    /** A file. */
    FILE,
    /** Anything else. */
    OTHER
  }
}
