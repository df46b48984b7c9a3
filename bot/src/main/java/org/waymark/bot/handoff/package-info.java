/**
 * The conversations that a person shall take over. Tickets are stored here; depends on the
 * conversation, which does not know this package.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"channel", "conversation"})
package org.waymark.bot.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
