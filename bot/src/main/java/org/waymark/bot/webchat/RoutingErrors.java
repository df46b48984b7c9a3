package org.waymark.bot.webchat;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.waymark.bot.webchat.ChatErrors.Failure;

/**
 * Answers requests to the interface that reach none of its methods with one sentence. Outside of
 * {@code /api/} the error pages answer.
 */
@RestControllerAdvice
class RoutingErrors {

  @ExceptionHandler
  ResponseEntity<Failure> unknownAddress(NoResourceFoundException e, HttpServletRequest request)
      throws NoResourceFoundException {
    return failure(e, request, "There is nothing at this address; the README lists the addresses.");
  }

  @ExceptionHandler
  ResponseEntity<Failure> wrongMethod(
      HttpRequestMethodNotSupportedException e, HttpServletRequest request)
      throws HttpRequestMethodNotSupportedException {
    return failure(e, request, "This address does not take " + e.getMethod() + ".");
  }

  @ExceptionHandler
  ResponseEntity<Failure> wrongType(
      HttpMediaTypeNotSupportedException e, HttpServletRequest request)
      throws HttpMediaTypeNotSupportedException {
    return failure(e, request, "Send JSON with the header \"Content-Type: application/json\".");
  }

  @ExceptionHandler
  ResponseEntity<Failure> notAcceptable(
      HttpMediaTypeNotAcceptableException e, HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    return failure(
        e,
        request,
        "The answer has another type; send the header \"Accept: application/json\", for events"
            + " \"Accept: text/event-stream\".");
  }

  private static <E extends Exception & ErrorResponse> ResponseEntity<Failure> failure(
      E refused, HttpServletRequest request, String sentence) throws E {
    if (!request.getRequestURI().startsWith("/api/")) {
      throw refused;
    }
    return ChatErrors.failure(HttpStatus.valueOf(refused.getStatusCode().value()), sentence);
  }
}
