package org.waymark.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Reads updates from JSON. */
final class UpdateJson {

  private static final Logger log = LoggerFactory.getLogger(UpdateJson.class);
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  private UpdateJson() {}

  /** Parses JSON; what is no JSON is an exception. */
  static JsonNode parse(byte[] json) throws IOException {
    return JSON.readTree(json);
  }

  /** Parses JSON; what is no JSON is an exception. */
  static JsonNode parse(String json) throws JsonProcessingException {
    return JSON.readTree(json);
  }

  /**
   * The update in a JSON object; empty if it has no id. Of an update that is not readable otherwise
   * only the id is left, so that it can be confirmed to Telegram.
   */
  static Optional<Update> update(JsonNode json) {
    JsonNode id = json.path("update_id");
    if (!id.canConvertToInt()) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.treeToValue(json, Update.class));
    } catch (JsonProcessingException | RuntimeException e) {
      log.warn(
          "Update {} is not readable and is dropped ({}).",
          id.intValue(),
          e.getClass().getSimpleName());
      Update empty = new Update();
      empty.setUpdateId(id.intValue());
      return Optional.of(empty);
    }
  }
}
