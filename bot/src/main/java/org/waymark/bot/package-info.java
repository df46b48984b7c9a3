/** The application and its entry point; each package below is one part of it. */
@NullMarked
package org.waymark.bot;

import org.jspecify.annotations.NullMarked;
