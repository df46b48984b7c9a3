package org.waymark.intents.catalog;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.intents.catalog.School.Contact;
import org.waymark.intents.catalog.School.Hours;

/** Reads an overlay's {@code school.yaml} and notes what is wrong with it. */
final class SchoolReader {

  /** The longest run of closed days that one line may name. */
  private static final int LONGEST_CLOSURE_DAYS = 120;

  private final YamlFile.Section file;
  private final Set<String> roles;

  /**
   * Makes a reader.
   *
   * @param roles the contact roles that the catalog's intents name
   */
  SchoolReader(CatalogFiles files, String path, Set<String> roles, List<Problem> problems) {
    this.file = YamlFile.read(files, path, problems);
    this.roles = new TreeSet<>(roles);
    this.roles.add(School.OFFICE);
  }

  School read() {
    file.expectOnly("name", "time-zone", "hours", "closed", "contacts");
    String name = file.text("name").value();
    ZoneId timeZone = timeZone();
    return new School(name, timeZone, hours(), closedDays(), contacts());
  }

  private ZoneId timeZone() {
    YamlFile.Text text = file.text("time-zone");
    try {
      return ZoneId.of(text.value());
    } catch (DateTimeException e) {
      if (!text.value().isEmpty()) {
        file.error(
            text.line(),
            "'" + text.value() + "' is not a time zone; write one such as America/Chicago.");
      }
      return ZoneId.of("UTC");
    }
  }

  private Map<DayOfWeek, Hours> hours() {
    Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
    YamlFile.Section section = file.section("hours");
    for (String day : section.keys()) {
      YamlFile.Text text = section.text(day);
      DayOfWeek dayOfWeek = dayOfWeek(day);
      if (dayOfWeek == null) {
        section.error(text.line(), "'" + day + "' is not a day; write monday to sunday.");
        continue;
      }
      if (text.value().equals("closed")) {
        continue;
      }
      String[] times = text.value().split("\\s*-\\s*");
      try {
        Hours read = new Hours(time(times[0]), time(times[1]));
        if (read.from().isBefore(read.until())) {
          hours.put(dayOfWeek, read);
          continue;
        }
      } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
        // reported below
      }
      section.error(
          text.line(),
          "The hours of "
              + day
              + " are '"
              + text.value()
              + "'; write them like 8:00 - 16:30, or closed.");
    }
    return hours;
  }

  private static @Nullable DayOfWeek dayOfWeek(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).equals(name)) {
        return day;
      }
    }
    return null;
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  private List<LocalDate> closedDays() {
    Set<LocalDate> closed = new TreeSet<>();
    for (YamlFile.Text text : file.texts("closed")) {
      String[] ends = text.value().split("\\s+to\\s+");
      try {
        LocalDate first = LocalDate.parse(ends[0]);
        LocalDate last = LocalDate.parse(ends[ends.length - 1]);
        if (ends.length <= 2
            && !last.isBefore(first)
            && first.plusDays(LONGEST_CLOSURE_DAYS).isAfter(last)) {
          first.datesUntil(last.plusDays(1)).forEach(closed::add);
          continue;
        }
      } catch (DateTimeException e) {
        // reported below
      }
      file.error(
          text.line(),
          "'"
              + text.value()
              + "' is no date; write 2026-12-24, or 2026-12-24 to 2027-01-02 (at most "
              + LONGEST_CLOSURE_DAYS
              + " days).");
    }
    return List.copyOf(closed);
  }

  private List<Contact> contacts() {
    List<Contact> contacts = new ArrayList<>();
    for (YamlFile.Section section : file.sections("contacts")) {
      section.expectOnly("role", "name", "phone", "email", "place", "languages");
      YamlFile.Text role = section.text("role");
      if (!roles.contains(role.value())) {
        section.error(
            role.line(),
            "'" + role.value() + "' is not a role; use one of " + String.join(", ", roles) + ".");
      }
      Contact contact =
          new Contact(
              role.value(),
              section.optionalText("name"),
              section.optionalText("phone"),
              section.optionalText("email"),
              section.optionalText("place"),
              languages(section));
      if (contact.name() == null
          && contact.phone() == null
          && contact.email() == null
          && contact.place() == null) {
        section.error(
            section.line(),
            "This contact says nothing; add its name, phone, email or place, or remove it.");
      } else {
        contacts.add(contact);
      }
    }
    return contacts;
  }

  private static List<Locale> languages(YamlFile.Section section) {
    List<Locale> languages = new ArrayList<>();
    for (YamlFile.Text tag : section.texts("languages")) {
      try {
        languages.add(new Locale.Builder().setLanguageTag(tag.value()).build());
      } catch (IllformedLocaleException e) {
        section.error(tag.line(), "'" + tag.value() + "' is not a language tag such as es.");
      }
    }
    return languages;
  }
}
