package org.waymark.bot.conversation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.bot.channel.ChatAddress;

/**
 * One contact's conversation as far as deciding needs it. Immutable; each turn makes a new one.
 *
 * @param id a random id
 * @param address where it takes place
 * @param state what the dialogue remembers
 * @param version how often it was written; guards against two writers
 * @param lastSeq the number of the last thing said
 */
record Conversation(String id, ChatAddress address, State state, long version, long lastSeq) {

  /**
   * What the dialogue remembers.
   *
   * @param language the language the contact chose or was recognised in; null before that
   * @param previousLanguage the language before the last switch, for undoing it
   * @param hint the language of the contact's app
   * @param pendingText what was asked before the language was known
   * @param offered the ids of the options of the last message, for people who type their number
   * @param misunderstandings how many messages in a row were not understood
   * @param lastIntent the intent answered last
   * @param greeted whether the contact was told who speaks
   * @param ticket the reference of the ticket that waits for staff
   */
  record State(
      @Nullable Locale language,
      @Nullable Locale previousLanguage,
      @Nullable Locale hint,
      @Nullable String pendingText,
      List<String> offered,
      int misunderstandings,
      @Nullable String lastIntent,
      boolean greeted,
      @Nullable String ticket) {

    static State fresh(@Nullable Locale hint) {
      return new State(null, null, hint, null, List.of(), 0, null, false, null);
    }

    State in(Locale newLanguage) {
      Locale before =
          language == null || language.equals(newLanguage) ? previousLanguage : language;
      return new State(
          newLanguage,
          before,
          hint,
          pendingText,
          offered,
          misunderstandings,
          lastIntent,
          greeted,
          ticket);
    }

    State waitingForLanguage(@Nullable String text) {
      return new State(
          language,
          previousLanguage,
          hint,
          text,
          offered,
          misunderstandings,
          lastIntent,
          greeted,
          ticket);
    }

    State offering(List<String> options) {
      return new State(
          language,
          previousLanguage,
          hint,
          pendingText,
          options,
          misunderstandings,
          lastIntent,
          greeted,
          ticket);
    }

    State misunderstood(int times) {
      return new State(
          language,
          previousLanguage,
          hint,
          pendingText,
          offered,
          times,
          lastIntent,
          greeted,
          ticket);
    }

    State answered(String intent) {
      return new State(
          language, previousLanguage, hint, pendingText, offered, 0, intent, greeted, ticket);
    }

    State nowGreeted() {
      return new State(
          language,
          previousLanguage,
          hint,
          pendingText,
          offered,
          misunderstandings,
          lastIntent,
          true,
          ticket);
    }

    State withTicket(@Nullable String reference) {
      return new State(
          language,
          previousLanguage,
          hint,
          pendingText,
          offered,
          0,
          lastIntent,
          greeted,
          reference);
    }

    /** Not the pending text: it does not belong in logs. */
    @Override
    public String toString() {
      return "State[" + language + ", " + lastIntent + "]";
    }
  }

  Conversation with(State next) {
    return new Conversation(id, address, next, version, lastSeq);
  }
}
