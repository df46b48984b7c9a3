package org.waymark.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a contact reaches the school when no person answers in the chat.
 *
 * @param name the school's name
 * @param phone its telephone number
 * @param email its e-mail address
 * @param address where its office is
 * @param retentionDays after how many days without a message a conversation is erased, 1 to 365
 */
@ConfigurationProperties("waymark.school")
record SchoolProperties(
    @Nullable String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String address,
    @Nullable Integer retentionDays) {

  private static final int DEFAULT_RETENTION_DAYS = 30;

  SchoolProperties {
    if (retentionDays != null && (retentionDays < 1 || retentionDays > 365)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "waymark.school.retention-days is %d; set it to a number of days from 1 to 365.",
              retentionDays));
    }
  }

  int days() {
    return retentionDays == null ? DEFAULT_RETENTION_DAYS : retentionDays;
  }

  /** The ways to reach the school, one a line; empty if none is configured. */
  String contacts() {
    List<String> lines = new ArrayList<>();
    for (String value : new String[] {name, phone, email, address}) {
      if (value != null && !value.isBlank()) {
        lines.add(value.strip());
      }
    }
    return String.join("\n", lines);
  }
}
