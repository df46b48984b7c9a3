package org.waymark.bot.webchat;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers failed requests with one sentence that says what is wrong and what to do. */
@RestControllerAdvice(assignableTypes = {WebChatController.class, WebChatTexts.class})
class ChatErrors {

  /** The body of every failed request. */
  record Failure(String error) {}

  @ExceptionHandler
  ResponseEntity<Failure> refused(ChatRequestException e) {
    return failure(e.status(), e.sentence());
  }

  @ExceptionHandler
  ResponseEntity<Failure> unreadable(HttpMessageNotReadableException e) {
    return failure(
        HttpStatus.BAD_REQUEST,
        "The body is not the JSON that is expected here; the README shows an example of each"
            + " request.");
  }

  @ExceptionHandler
  ResponseEntity<Failure> wrongParameter(MethodArgumentTypeMismatchException e) {
    return failure(HttpStatus.BAD_REQUEST, "\"" + e.getName() + "\" must be a whole number.");
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<Failure> databaseDown(Exception e) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "2")
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            new Failure("The message cannot be stored right now; send it again in a few seconds."));
  }

  /** A refusal; always JSON, whatever the request accepts. */
  static ResponseEntity<Failure> failure(HttpStatus status, String sentence) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Failure(sentence));
  }
}
