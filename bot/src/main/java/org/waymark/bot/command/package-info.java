/**
 * The command line: what other tools call, and what an operator tries out. Start with {@link
 * org.waymark.bot.command.CommandLineTool}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"channel", "conversation", "guidance"})
package org.waymark.bot.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
