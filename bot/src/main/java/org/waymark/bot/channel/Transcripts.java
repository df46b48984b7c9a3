package org.waymark.bot.channel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the web chat may do with conversations: begin one, read it, erase it. */
public interface Transcripts {

  /**
   * Begins a conversation on a channel and greets.
   *
   * @param chosen the language the contact chose; null if none
   * @param hint the language of the contact's browser; null if unknown
   */
  Started start(String channel, @Nullable Locale chosen, @Nullable Locale hint);

  /** Whether a token belongs to a conversation. Takes the same time whether it does or not. */
  boolean opens(String conversation, String token);

  /** The address of a conversation; empty if it does not exist. */
  Optional<ChatAddress> address(String conversation);

  /** What was said after an entry, oldest first. */
  List<Entry> after(String conversation, long seq);

  /** Erases a conversation with everything that was said in it. */
  void erase(String conversation);

  /**
   * A new conversation.
   *
   * @param id its id
   * @param token the secret that opens it; kept only as a hash
   */
  record Started(String id, String token) {
    @Override
    public String toString() {
      return "Started[" + id + "]";
    }
  }

  /**
   * One thing that was said.
   *
   * @param seq its number in the conversation, rising
   * @param from who said it
   * @param message what was said
   */
  record Entry(long seq, Origin from, OutgoingMessage message) {}

  /** Who said something. */
  enum Origin {
    /** The person who asks. */
    CONTACT,
    /** Waymark. */
    BOT,
    /** A member of the school's staff. */
    STAFF
  }

  /**
   * A conversation has new entries.
   *
   * @param conversation its id
   */
  record Grown(String conversation) {}
}
