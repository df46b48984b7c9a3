package org.waymark.bot.webchat;

import org.springframework.http.HttpStatus;

/** A request that cannot be carried out; its message says why and what to do. */
final class ChatRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String sentence;

  ChatRequestException(HttpStatus status, String message) {
    super(message);
    this.status = status;
    this.sentence = message;
  }

  HttpStatus status() {
    return status;
  }

  String sentence() {
    return sentence;
  }
}
