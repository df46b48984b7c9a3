package org.waymark.intents.catalog;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The school that runs Waymark, as {@code school.yaml} of its overlay describes it. Immutable; safe
 * for use by several threads.
 *
 * @param name the school's name
 * @param timeZone the time zone of its hours
 * @param hours when it is open, by day of the week; a day that is absent is closed
 * @param closedDays the dates on which it is closed although the day of the week is open, in order
 * @param contacts whom to ask, in the order they are to be shown
 */
public record School(
    String name,
    ZoneId timeZone,
    Map<DayOfWeek, Hours> hours,
    List<LocalDate> closedDays,
    List<Contact> contacts) {

  /** The role that is shown where no contact of the roles an answer needs is known. */
  public static final String OFFICE = "office";

  private static final int LONGEST_SEARCH_DAYS = 366;

  /**
   * The opening hours of one day, in the school's time zone.
   *
   * @param from when it opens
   * @param until when it closes; later than {@code from}, on the same day
   */
  public record Hours(LocalTime from, LocalTime until) {}

  /**
   * A person or office at the school.
   *
   * @param role what they are asked about, one of the catalog's contact roles or {@link #OFFICE}
   * @param name their name; null if the role is enough
   * @param phone their telephone number; null if they have none
   * @param email their e-mail address; null if they have none
   * @param place where they are; null if not said
   * @param languages the languages they speak
   */
  public record Contact(
      String role,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String place,
      List<Locale> languages) {}

  /**
   * The contacts for some roles, in the order of the roles; the office where there is none of them.
   */
  public List<Contact> contactsFor(List<String> roles) {
    List<Contact> found = roles.stream().flatMap(role -> withRole(role).stream()).toList();
    return found.isEmpty() ? withRole(OFFICE) : found;
  }

  private List<Contact> withRole(String role) {
    return contacts.stream().filter(contact -> contact.role().equals(role)).toList();
  }

  /** When the school closes, if it is open at a moment; empty if it is closed. */
  public Optional<ZonedDateTime> openUntil(Instant moment) {
    LocalDateTime now = LocalDateTime.ofInstant(moment, timeZone);
    return on(now.toLocalDate())
        .filter(day -> !now.toLocalTime().isBefore(day.from()))
        .filter(day -> now.toLocalTime().isBefore(day.until()))
        .map(day -> now.toLocalDate().atTime(day.until()).atZone(timeZone));
  }

  /**
   * When the school opens next after a moment at which it is closed; empty if it does not open
   * within a year, or if no hours are known.
   */
  public Optional<ZonedDateTime> nextOpening(Instant moment) {
    LocalDateTime now = LocalDateTime.ofInstant(moment, timeZone);
    for (int days = 0; days <= LONGEST_SEARCH_DAYS; days++) {
      LocalDate date = now.toLocalDate().plusDays(days);
      Optional<LocalDateTime> opening =
          on(date).map(day -> date.atTime(day.from())).filter(from -> from.isAfter(now));
      if (opening.isPresent()) {
        return opening.map(from -> from.atZone(timeZone));
      }
    }
    return Optional.empty();
  }

  private Optional<Hours> on(LocalDate date) {
    return closedDays.contains(date)
        ? Optional.empty()
        : Optional.ofNullable(hours.get(date.getDayOfWeek()));
  }
}
