/**
 * The road of a message: stored before its platform is told "ok", handled one at a time per chat,
 * and answers delivered with retries. Start with {@link org.waymark.bot.delivery.Inbox} and {@link
 * org.waymark.bot.delivery.Outbox}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"channel", "conversation"})
package org.waymark.bot.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
