/**
 * Cards to take along: an answer in two languages, with whom to ask and where, as a page to print
 * and as a picture. Start with {@link org.waymark.bot.card.Cards}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "guidance")
package org.waymark.bot.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
