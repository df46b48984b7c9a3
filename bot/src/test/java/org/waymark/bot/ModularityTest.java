package org.waymark.bot;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The packages of the bot use each other only as their {@code package-info} declares. */
class ModularityTest {

  @Test
  void packagesUseOnlyWhatTheyDeclare() {
    ApplicationModules.of(Waymark.class).verify();
  }
}
