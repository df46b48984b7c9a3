package org.waymark.bot.guidance;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.waymark.intents.catalog.School;
import org.waymark.intents.catalog.School.Contact;

/**
 * How a contact reaches the school where no overlay describes it, and how long messages are kept.
 *
 * @param name the school's name
 * @param phone its telephone number
 * @param email its e-mail address
 * @param address where its office is
 * @param retentionDays after how many days without a message a conversation is erased, 1 to 365
 */
@ConfigurationProperties("waymark.school")
public record SchoolProperties(
    @Nullable String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String address,
    @Nullable Integer retentionDays) {

  private static final int DEFAULT_RETENTION_DAYS = 30;

  /**
   * Checks the number of days.
   *
   * @throws IllegalArgumentException if it is not between 1 and 365
   */
  public SchoolProperties {
    name = text(name);
    phone = text(phone);
    email = text(email);
    address = text(address);
    if (retentionDays != null && (retentionDays < 1 || retentionDays > 365)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "waymark.school.retention-days is %d; set it to a number of days from 1 to 365.",
              retentionDays));
    }
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** After how many days without a message a conversation is erased. */
  public int days() {
    return retentionDays == null ? DEFAULT_RETENTION_DAYS : retentionDays;
  }

  /** The school as far as it is configured; empty if nothing is. */
  Optional<School> school() {
    if (name == null && phone == null && email == null && address == null) {
      return Optional.empty();
    }
    Contact office = new Contact(School.OFFICE, null, phone, email, address, List.of());
    boolean reachable = phone != null || email != null || address != null;
    return Optional.of(
        new School(
            name == null ? "" : name,
            ZoneOffset.UTC,
            Map.of(),
            List.of(),
            reachable ? List.of(office) : List.of()));
  }
}
