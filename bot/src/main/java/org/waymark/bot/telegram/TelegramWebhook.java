package org.waymark.bot.telegram;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Receives updates from Telegram, and from nobody else. */
@RestController
@ConditionalOnProperty(name = "waymark.telegram.mode", havingValue = "webhook")
class TelegramWebhook {

  /** The header that carries the secret. */
  static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

  private static final Logger log = LoggerFactory.getLogger(TelegramWebhook.class);
  private static final int LARGEST_BODY = 256 * 1024;

  private final TelegramProperties properties;
  private final TelegramUpdates updates;

  TelegramWebhook(TelegramProperties properties, TelegramUpdates updates) {
    this.properties = properties;
    this.updates = updates;
  }

  /**
   * Answers 200 once the update is stored, or dropped as unreadable; Telegram sends it again
   * otherwise.
   */
  @PostMapping("/telegram/webhook")
  ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
    if (!carriesSecret(request)) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
    }
    Optional<Update> update;
    try {
      update = UpdateJson.update(UpdateJson.parse(body));
    } catch (IOException | StackOverflowError e) {
      log.warn("A body was no update and is refused ({}).", e.getClass().getSimpleName());
      return ResponseEntity.badRequest().build();
    }
    if (update.isEmpty()) {
      return ResponseEntity.badRequest().build();
    }
    try {
      updates.accept(update.get());
      return ResponseEntity.ok().build();
    } catch (DataAccessException | TransactionException e) {
      log.warn(
          "An update was not stored ({}); Telegram will send it again.",
          e.getClass().getSimpleName());
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "2")
          .build();
    }
  }

  private boolean carriesSecret(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders(SECRET_HEADER));
    String secret = properties.webhookSecret();
    return secret != null
        && headers.size() == 1
        && MessageDigest.isEqual(
            headers.getFirst().getBytes(StandardCharsets.UTF_8),
            secret.getBytes(StandardCharsets.UTF_8));
  }
}
