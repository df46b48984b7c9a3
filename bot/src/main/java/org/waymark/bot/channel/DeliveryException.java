package org.waymark.bot.channel;

import java.time.Duration;

/** A message could not be delivered. */
public final class DeliveryException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Outcome outcome;
  private final Duration retryAfter;

  /** What is known about the message. */
  public enum Outcome {
    /** It was not sent; sending it again is safe. */
    NOT_SENT,
    /** It may or may not have been sent, because the platform's answer was lost. */
    UNKNOWN,
    /** It will never be sent: the contact blocked the bot, or the chat is gone. */
    NEVER
  }

  /**
   * Makes an exception.
   *
   * @param reason one sentence for the log, without the message's text
   * @param retryAfter how long the platform asks to wait; zero if it does not say
   */
  public DeliveryException(Outcome outcome, String reason, Duration retryAfter) {
    super(reason);
    this.outcome = outcome;
    this.retryAfter = retryAfter;
  }

  /** What is known about the message. */
  public Outcome outcome() {
    return outcome;
  }

  /** How long the platform asks to wait; zero if it does not say. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
