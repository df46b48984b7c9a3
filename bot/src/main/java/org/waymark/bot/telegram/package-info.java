/**
 * Telegram: updates in by long polling or webhook, messages out through the Bot API. Start with
 * {@code UpdateReader}, which turns an update into a message, and {@code TelegramChannel}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"channel", "card"})
package org.waymark.bot.telegram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
