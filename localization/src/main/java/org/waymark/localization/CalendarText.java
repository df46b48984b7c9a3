package org.waymark.localization;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * Days and times as people of a language write them in the USA: their words, the Gregorian
 * calendar, the digits printed on American forms. Stateless; safe for use by several threads.
 */
public final class CalendarText {

  private static final LocalDate SOME_MONDAY = LocalDate.of(2024, 1, 1);

  private CalendarText() {}

  /** A day of the week, such as "Monday". */
  public static String day(DayOfWeek day, Locale language) {
    return format("EEEE", SOME_MONDAY.plusDays(day.getValue() - 1L), language);
  }

  /** A date with its day of the week, such as "Thu, Dec 24, 2026". */
  public static String date(LocalDate date, Locale language) {
    return format("yMMMEd", date, language);
  }

  /** A month, such as "November 2026". */
  public static String month(LocalDate date, Locale language) {
    return format("yMMMM", date, language);
  }

  /** A run of dates, such as "Dec 24, 2026 – Jan 2, 2027"; one date if both are the same. */
  public static String dates(LocalDate first, LocalDate last, Locale language) {
    if (first.equals(last)) {
      return date(first, language);
    }
    DateIntervalFormat format = DateIntervalFormat.getInstance("yMMMd", american(language));
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(new DateInterval(milliseconds(first), milliseconds(last)));
  }

  /** A time of day, such as "4:30 PM". */
  public static String time(LocalTime time, Locale language) {
    return format(
        "jm", SOME_MONDAY.atTime(time).toInstant(ZoneOffset.UTC).toEpochMilli(), language);
  }

  /** A moment of the next days, such as "Monday, November 30 at 8:00 AM", in its own time zone. */
  public static String moment(ZonedDateTime moment, Locale language) {
    return format(
        "EEEEMMMMdjm", moment.toLocalDateTime().toInstant(ZoneOffset.UTC).toEpochMilli(), language);
  }

  private static String format(String skeleton, LocalDate date, Locale language) {
    return format(skeleton, milliseconds(date), language);
  }

  private static String format(String skeleton, long milliseconds, Locale language) {
    ULocale locale = american(language);
    DateFormat format =
        DateFormat.getInstanceForSkeleton(Calendar.getInstance(locale), skeleton, locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(milliseconds);
  }

  private static long milliseconds(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static ULocale american(Locale language) {
    return new ULocale.Builder()
        .setLocale(ULocale.forLocale(language))
        .setRegion("US")
        .setUnicodeLocaleKeyword("nu", "latn")
        .setUnicodeLocaleKeyword("ca", "gregory")
        .build();
  }
}
