/**
 * The heart: what is said in answer to what. Start with {@link
 * org.waymark.bot.conversation.ConversationService}, which takes one message through all its steps,
 * and {@code Dialogue}, which decides and is a pure function.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"channel", "guidance"})
package org.waymark.bot.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
