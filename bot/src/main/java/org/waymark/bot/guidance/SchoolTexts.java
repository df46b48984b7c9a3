package org.waymark.bot.guidance;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.intents.catalog.School;
import org.waymark.intents.catalog.School.Contact;
import org.waymark.intents.catalog.School.Hours;
import org.waymark.localization.CalendarText;
import org.waymark.localization.Language;
import org.waymark.localization.Languages;
import org.waymark.localization.MessageKey;
import org.waymark.localization.Messages;

/** Says in a language whom to ask at the school and when it is open. */
@Component
public class SchoolTexts {

  // Names and numbers keep their order inside right-to-left text.
  private static final String ISOLATE = "\u2068";
  private static final String END_ISOLATE = "\u2069";

  private final Messages messages;
  private final Languages languages;

  SchoolTexts(Messages messages, Languages languages) {
    this.messages = messages;
    this.languages = languages;
  }

  /** The contacts for some roles, one a line; the office where there is none of them. */
  public List<String> contacts(School school, List<String> roles, Locale language) {
    return school.contactsFor(roles).stream().map(contact -> contact(contact, language)).toList();
  }

  private String contact(Contact contact, Locale language) {
    List<String> parts = new ArrayList<>();
    for (String part :
        new String[] {contact.name(), contact.phone(), contact.email(), contact.place()}) {
      if (part != null) {
        parts.add(ISOLATE + part + END_ISOLATE);
      }
    }
    if (!contact.languages().isEmpty()) {
      String spoken =
          contact.languages().stream()
              .map(tag -> languages.byTag(tag.toLanguageTag()))
              .flatMap(Optional::stream)
              .map(Language::endonym)
              .collect(Collectors.joining(", "));
      parts.add(text(MessageKey.CONTACT_SPEAKS, language, Map.of("languages", spoken)));
    }
    return role(contact.role(), language) + ": " + String.join(" · ", parts);
  }

  private String role(String role, Locale language) {
    for (MessageKey key : MessageKey.values()) {
      if (key.key().equals("contact-" + role)) {
        return messages.text(key, language).text();
      }
    }
    return role;
  }

  /** How to reach the school when no person answers here: its name and its office, line by line. */
  public String reach(School school, Locale language) {
    List<String> lines = new ArrayList<>();
    if (!school.name().isEmpty()) {
      lines.add(ISOLATE + school.name() + END_ISOLATE);
    }
    lines.addAll(contacts(school, List.of(School.OFFICE), language));
    return String.join("\n", lines);
  }

  /** Whether the school is open now and until when, or when it opens; empty if it has no hours. */
  public Optional<String> openingLine(School school, Instant now, Locale language) {
    return school
        .openUntil(now)
        .map(until -> CalendarText.time(until.toLocalTime(), language))
        .map(time -> text(MessageKey.SCHOOL_OPEN_NOW, language, Map.of("time", time)))
        .or(
            () ->
                school
                    .nextOpening(now)
                    .map(opening -> CalendarText.moment(opening, language))
                    .map(
                        opening ->
                            text(
                                MessageKey.HANDOFF_OUTSIDE_HOURS,
                                language,
                                Map.of("opening", opening))));
  }

  /** The week's hours, days with the same hours together; empty if the school has no hours. */
  public List<String> week(School school, Locale language) {
    if (school.hours().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    DayOfWeek[] days = DayOfWeek.values();
    for (int first = 0; first < days.length; ) {
      int last = first;
      @Nullable Hours hours = school.hours().get(days[first]);
      while (last + 1 < days.length && same(hours, school.hours().get(days[last + 1]))) {
        last++;
      }
      String named = CalendarText.day(days[first], language);
      if (last > first) {
        named += " – " + CalendarText.day(days[last], language);
      }
      lines.add(named + ": " + hours(hours, language));
      first = last + 1;
    }
    return lines;
  }

  private static boolean same(@Nullable Hours some, @Nullable Hours others) {
    return some == null ? others == null : some.equals(others);
  }

  private String hours(@Nullable Hours hours, Locale language) {
    return hours == null
        ? messages.text(MessageKey.SCHOOL_CLOSED, language).text()
        : ISOLATE
            + CalendarText.time(hours.from(), language)
            + " – "
            + CalendarText.time(hours.until(), language)
            + END_ISOLATE;
  }

  /** The closed days from today on, runs of days together, at most some of them. */
  public List<String> closedDays(School school, LocalDate today, int most, Locale language) {
    List<LocalDate> days =
        school.closedDays().stream().filter(day -> !day.isBefore(today)).toList();
    List<String> lines = new ArrayList<>();
    for (int first = 0; first < days.size() && lines.size() < most; ) {
      int last = first;
      while (last + 1 < days.size() && days.get(last + 1).equals(days.get(last).plusDays(1))) {
        last++;
      }
      lines.add(CalendarText.dates(days.get(first), days.get(last), language));
      first = last + 1;
    }
    return lines;
  }

  private String text(MessageKey key, Locale language, Map<String, Object> arguments) {
    return messages.text(key, language, arguments).text();
  }
}
