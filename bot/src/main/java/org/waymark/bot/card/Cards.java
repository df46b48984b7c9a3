package org.waymark.bot.card;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.bot.card.Card.Bilingual;
import org.waymark.bot.card.Card.Page;
import org.waymark.bot.card.Card.Section;
import org.waymark.bot.guidance.Guidance;
import org.waymark.bot.guidance.SchoolTexts;
import org.waymark.intents.catalog.Answer;
import org.waymark.intents.catalog.Intent;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.catalog.MarkedText;
import org.waymark.intents.catalog.School;
import org.waymark.localization.CalendarText;
import org.waymark.localization.Direction;
import org.waymark.localization.Languages;
import org.waymark.localization.MessageKey;
import org.waymark.localization.Messages;

/** Makes cards out of answers. Safe for use by several threads. */
@Component
public class Cards {

  private static final int MOST_CLOSED_DAYS = 4;
  private static final int MOST_PAGES = 4;
  private static final int MOST_PICTURES = 64;

  private final Guidance guidance;
  private final SchoolTexts schoolTexts;
  private final Messages messages;
  private final Languages languages;
  private final Clock clock;
  private final Cache<Card, byte[]> pictures =
      Caffeine.newBuilder().maximumSize(MOST_PICTURES).build();

  Cards(
      Guidance guidance,
      SchoolTexts schoolTexts,
      Messages messages,
      Languages languages,
      Clock clock) {
    this.guidance = guidance;
    this.schoolTexts = schoolTexts;
    this.messages = messages;
    this.languages = languages;
    this.clock = clock;
  }

  /**
   * The card of an answer as a PNG picture.
   *
   * @return empty if there is no such intent, or its answer has no steps
   */
  public Optional<byte[]> picture(String intent, Locale language) {
    return of(intent, language).map(card -> pictures.get(card, CardPicture::png));
  }

  /** The card of an answer; empty if there is no such intent, or its answer has no steps. */
  Optional<Card> of(String intentId, Locale language) {
    IntentCatalog catalog = guidance.catalog();
    return catalog
        .find(intentId)
        .filter(intent -> !intent.isOutOfScope())
        .filter(intent -> !catalog.answer(intentId, language).steps().isEmpty())
        .map(intent -> card(catalog, intent, language));
  }

  private Card card(IntentCatalog catalog, Intent intent, Locale wanted) {
    Answer own = catalog.answer(intent.id(), wanted);
    Answer english = catalog.answer(intent.id(), IntentCatalog.SOURCE_LANGUAGE);
    Locale language = own.language();
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            both(MessageKey.STEPS_HEADING, language),
            true,
            both(own.steps(), english.steps(), language)));
    if (!own.bring().isEmpty()) {
      sections.add(
          new Section(
              both(MessageKey.CARD_BRING_HEADING, language),
              false,
              both(own.bring(), english.bring(), language)));
    }
    Optional<School> school = guidance.school();
    LocalDate today =
        LocalDate.ofInstant(clock.instant(), school.map(School::timeZone).orElse(ZoneOffset.UTC));
    school.ifPresent(known -> addSchool(sections, known, intent, today, language));
    return new Card(
        language,
        languages.of(language).direction() == Direction.RTL,
        school.map(School::name).orElse(""),
        both(own.title(), english.title(), language),
        sections,
        intent.links().stream()
            .limit(MOST_PAGES)
            .map(link -> new Page(link.label(), link.url(language).toString()))
            .toList(),
        text(MessageKey.CARD_SCAN_HINT, language),
        both(madeOn(today, language), madeOn(today, IntentCatalog.SOURCE_LANGUAGE), language));
  }

  private String madeOn(LocalDate day, Locale language) {
    return messages
        .text(MessageKey.CARD_MADE_ON, language, Map.of("date", CalendarText.date(day, language)))
        .text();
  }

  private void addSchool(
      List<Section> sections, School school, Intent intent, LocalDate today, Locale language) {
    List<String> contacts = schoolTexts.contacts(school, intent.contactRoles(), language);
    if (!contacts.isEmpty()) {
      sections.add(
          new Section(
              both(MessageKey.CONTACTS_HEADING, language),
              false,
              both(
                  contacts,
                  schoolTexts.contacts(
                      school, intent.contactRoles(), IntentCatalog.SOURCE_LANGUAGE),
                  language)));
    }
    List<String> week = schoolTexts.week(school, language);
    if (!week.isEmpty()) {
      sections.add(
          new Section(both(MessageKey.SCHOOL_HOURS_HEADING, language), false, onlyOwn(week)));
    }
    List<String> closed = schoolTexts.closedDays(school, today, MOST_CLOSED_DAYS, language);
    if (!closed.isEmpty()) {
      sections.add(
          new Section(
              both(MessageKey.SCHOOL_CLOSED_DAYS_HEADING, language), false, onlyOwn(closed)));
    }
  }

  private static List<Bilingual> onlyOwn(List<String> texts) {
    return texts.stream().map(text -> new Bilingual(text, "")).toList();
  }

  private static List<Bilingual> both(List<String> own, List<String> english, Locale language) {
    List<Bilingual> both = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      // An overlay may have changed one language only; then there is no English to stand beside.
      String translation = own.size() == english.size() ? english.get(i) : "";
      both.add(both(plain(own.get(i)), plain(translation), language));
    }
    return both;
  }

  private static String plain(String marked) {
    return MarkedText.parse(marked).plain();
  }

  private Bilingual both(MessageKey key, Locale language) {
    return both(text(key, language), text(key, IntentCatalog.SOURCE_LANGUAGE), language);
  }

  private static Bilingual both(String own, String english, Locale language) {
    boolean same = language.equals(IntentCatalog.SOURCE_LANGUAGE) || own.equals(english);
    return new Bilingual(own, same ? "" : english);
  }

  private String text(MessageKey key, Locale language) {
    return messages.text(key, language).text();
  }
}
