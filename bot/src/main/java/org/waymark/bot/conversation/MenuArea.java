package org.waymark.bot.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waymark.intents.catalog.Intent;
import org.waymark.intents.catalog.Intent.Sensitivity;
import org.waymark.intents.catalog.IntentCatalog;

/** The areas of the menu, in the order they are shown, and the catalog topics in each. */
enum MenuArea {
  MONEY("money"),
  SCHOOL("programs", "background", "choices"),
  WORK("work-based", "career"),
  LANGUAGE("language"),
  PAPERS_AND_RIGHTS("rights"),
  FAMILY("family", "support"),
  SAFETY("crisis");

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> topics;

  MenuArea(String... topics) {
    this.topics = Set.of(topics);
  }

  /** The area of a name in lower case. */
  static Optional<MenuArea> named(String name) {
    return Arrays.stream(values())
        .filter(area -> area.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** The intents of this area, in the catalog's order. Urgent ones are found under safety too. */
  List<Intent> intents(IntentCatalog catalog) {
    return catalog.intents().stream().filter(this::holds).toList();
  }

  /** A topic of no area, as a school's overlay may add one, is found under school. */
  private boolean holds(Intent intent) {
    boolean urgent =
        intent.sensitivity() == Sensitivity.URGENT || intent.id().equals("mental-health");
    boolean own = Arrays.stream(values()).noneMatch(area -> area.topics.contains(intent.topic()));
    return topics.contains(intent.topic())
        || (this == SCHOOL && own && !intent.isChat() && !intent.isOutOfScope())
        || (this == SAFETY && urgent);
  }
}
