/**
 * What the bot knows: the catalog with the school's own overlay, kept up to date while the bot
 * runs. Start with {@link org.waymark.bot.guidance.Guidance}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.waymark.bot.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
