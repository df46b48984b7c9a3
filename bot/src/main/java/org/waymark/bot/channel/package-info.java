/**
 * The ports between the chat platforms and the conversation: what comes in, what goes out, and who
 * handles it. Start with {@link org.waymark.bot.channel.IncomingMessage} and {@link
 * org.waymark.bot.channel.OutgoingMessage}. Uses nothing else of Waymark.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.waymark.bot.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
