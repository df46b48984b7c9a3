package org.waymark.intents.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * One thing that people ask about, the same in every language.
 *
 * @param id the id, in kebab case ({@code financial-aid})
 * @param topic the topic whose file describes it ({@code money})
 * @param description what belongs to it, in English, for staff and labellers
 * @param example a question in English that belongs to it
 * @param questions the numbers of the source document's questions that it answers; may be empty
 * @param sensitivity how carefully it must be treated
 * @param escalation whether a person is offered
 * @param related the ids of the intents people ask about next, best first
 * @param contactRoles the school's contact roles that help here ({@code counselor})
 * @param links the official pages, in the order they are shown
 * @param sources where the answer's facts come from
 * @param reviewed the day the answer was last compared with its sources
 * @param reviewBy the day by which that must happen again
 */
public record Intent(
    String id,
    String topic,
    String description,
    String example,
    List<Integer> questions,
    Sensitivity sensitivity,
    Escalation escalation,
    List<String> related,
    List<String> contactRoles,
    List<Link> links,
    List<Source> sources,
    LocalDate reviewed,
    LocalDate reviewBy) {

  /** The id of the class of messages that the catalog does not answer. */
  public static final String OUT_OF_SCOPE = "out-of-scope";

  /** The id of the intent that means danger to life or safety. */
  public static final String EMERGENCY = "emergency";

  /** Whether this is the class of messages that the catalog does not answer. */
  public boolean isOutOfScope() {
    return id.equals(OUT_OF_SCOPE);
  }

  /**
   * Whether this is a turn of the conversation itself (a greeting, thanks, asking for a person).
   */
  public boolean isChat() {
    return topic.equals("chat");
  }

  /** How carefully an intent must be treated. */
  public enum Sensitivity {
    /** Ordinary guidance. */
    NORMAL,
    /** The person may be afraid or unwell; a person is offered. */
    SENSITIVE,
    /** Somebody is treated unjustly now; staff looks at it soon. */
    URGENT,
    /** Danger to life or safety. */
    CRISIS,
    /** Not answered at all. */
    NONE
  }

  /** Whether the answer comes with the offer of a person. */
  public enum Escalation {
    /** No person is offered. */
    NEVER,
    /** A person is offered with a button. */
    OFFER,
    /** A person is offered first. */
    ALWAYS
  }

  /**
   * Where a fact comes from.
   *
   * @param fact the number of the fact in the fact base the catalog was written from
   * @param claim the fact in own words, in English
   * @param date the date of the source as its page gives it, or {@code n.d.}
   * @param volatility how soon it may change
   */
  public record Source(String fact, String claim, String date, Volatility volatility) {}

  /** How soon a fact may change. */
  public enum Volatility {
    /** Unlikely to change. */
    STABLE,
    /** Amounts, dates and forms that change each year. */
    YEARLY,
    /** Under dispute in courts or politics; dated and hedged wherever it is told. */
    CONTESTED,
    /** Different in each state, school or city. */
    LOCAL
  }
}
