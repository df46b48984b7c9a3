package org.waymark.bot.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.Transcripts.Entry;
import org.waymark.bot.conversation.Conversation.State;

/** The stored conversations. Every call takes part in the caller's transaction. */
interface Conversations {

  /** The conversation at an address. */
  Optional<Conversation> at(ChatAddress address);

  /** The address of a conversation. */
  Optional<ChatAddress> address(String id);

  /** Stores a new conversation; {@code tokenHash} is null where the platform knows who writes. */
  Conversation create(String id, ChatAddress address, @Nullable String tokenHash, State state);

  /** The stored hash of a conversation's token. */
  Optional<String> tokenHash(String id);

  /**
   * Appends what was said and replaces the state.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException if somebody else wrote it
   *     since it was read
   */
  void append(Conversation conversation, List<Entry> entries);

  /** What was said after an entry, oldest first. */
  List<Entry> after(String id, long seq);

  /** Erases a conversation and everything that hangs on it. */
  void erase(String id);

  /**
   * Erases the conversations that nobody wrote in since a moment.
   *
   * @return where they took place
   */
  List<ChatAddress> eraseUntouchedSince(Instant moment);
}
