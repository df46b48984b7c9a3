/**
 * The web chat: the page's HTTP interface and its live events. Start with {@code
 * WebChatController}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "channel")
package org.waymark.bot.webchat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
