package org.waymark.bot.conversation;

/**
 * A contact no longer waits for a person.
 *
 * @param conversation the conversation's id
 * @param reference the ticket's reference
 */
public record HandoffCancelled(String conversation, String reference) {}
