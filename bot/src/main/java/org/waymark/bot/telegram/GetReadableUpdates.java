package org.waymark.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Fetches updates one of which may be unreadable without harm to the others. */
final class GetReadableUpdates extends GetUpdates {

  private static final long serialVersionUID = 1L;

  GetReadableUpdates(int offset, int limit, int timeout, List<String> allowedUpdates) {
    super(offset, limit, timeout, allowedUpdates);
  }

  @Override
  @SuppressWarnings("NonApiType") // the library's signature
  public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
    JsonNode json;
    try {
      json = UpdateJson.parse(answer);
    } catch (JsonProcessingException e) {
      throw new TelegramApiRequestException("Telegram's answer is no JSON.", e);
    }
    if (!json.path("ok").asBoolean() || !json.path("result").isArray()) {
      return super.deserializeResponse(answer);
    }
    ArrayList<Update> updates = new ArrayList<>();
    json.path("result").forEach(update -> UpdateJson.update(update).ifPresent(updates::add));
    return updates;
  }
}
