package org.waymark.bot.conversation;

import java.util.Locale;

/**
 * A contact waits for a person. Published inside the transaction that tells the contact so.
 *
 * @param conversation the conversation's id
 * @param reference the reference the contact was told
 * @param reason why
 * @param language the contact's language
 */
public record HandoffRequested(
    String conversation, String reference, HandoffReason reason, Locale language) {}
