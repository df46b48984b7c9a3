package org.waymark.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.waymark.bot.channel.IncomingMessage;
import org.waymark.bot.channel.IncomingMessage.Content;

class UpdateReaderTest {

  private static final String PHOTO =
      "\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1}]";

  private final UpdateReader reader = new UpdateReader(42, () -> Optional.of("waymark_bot"));
  private final UpdateReader nameless = new UpdateReader(42, Optional::empty);

  private static Update update(int id, String kind, String chatType, String content) {
    try {
      return UpdateJson.update(
              UpdateJson.parse(
                  """
                  {"update_id":%d,"%s":{"message_id":1,"date":1,"from":{"id":7,"is_bot":false,"first_name":"A"},
                  "chat":{"id":-7,"type":"%s"},%s}}
                  """
                      .formatted(id, kind, chatType, content)))
          .orElseThrow();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Update inGroup(String content) {
    return update(1, "message", "supergroup", content);
  }

  private static Update groupText(String text) {
    return inGroup("\"text\":\"" + text + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/start",
        "/help",
        "/menu please",
        "/START",
        "/person@waymark_bot",
        "/delete@Waymark_Bot x"
      })
  void hearsItsCommandsInGroups(String text) {
    assertThat(reader.read(groupText(text)).map(IncomingMessage::content))
        .contains(new Content.FromGroup());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/startx",
        "/start@other_bot",
        "/start@waymark_bot2",
        "/help-me",
        "/weather",
        "see /start",
        "hello"
      })
  void leavesWhatIsMeantForOthersInGroups(String text) {
    assertThat(reader.read(groupText(text))).isEmpty();
  }

  @Test
  void hearsMentionsOfItselfInGroups() {
    String mention = "\"entities\":[{\"type\":\"mention\",\"offset\":3,\"length\":%d}]";
    assertThat(reader.read(inGroup("\"text\":\"hi @Waymark_bot\"," + mention.formatted(12))))
        .isPresent();
    assertThat(reader.read(inGroup("\"text\":\"hi @other_bot\"," + mention.formatted(10))))
        .isEmpty();
    assertThat(
            reader.read(
                inGroup(
                    "\"text\":\"hi Waymark\",\"entities\":[{\"type\":\"text_mention\",\"offset\":3,"
                        + "\"length\":7,\"user\":{\"id\":42,\"is_bot\":true,\"first_name\":\"W\"}}]")))
        .isPresent();
  }

  @Test
  void hearsRepliesToItselfInGroups() {
    String reply =
        "\"text\":\"%s\",\"reply_to_message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":-7,"
            + "\"type\":\"group\"},\"from\":{\"id\":%d,\"is_bot\":true,\"first_name\":\"W\"}}";
    assertThat(reader.read(inGroup(reply.formatted("thanks", 42)))).isPresent();
    assertThat(reader.read(inGroup(reply.formatted("thanks", 43)))).isEmpty();
    assertThat(reader.read(inGroup(reply.formatted("/help@other_bot", 42)))).isEmpty();
  }

  @Test
  void hearsOnlyBareCommandsWhileItsNameIsNotKnown() {
    assertThat(nameless.read(groupText("/help"))).isPresent();
    assertThat(nameless.read(groupText("/help@waymark_bot"))).isEmpty();
  }

  @Test
  void leavesALiveLocationThatMoves() {
    assertThat(
            reader.read(
                update(
                    1,
                    "edited_message",
                    "private",
                    "\"location\":{\"latitude\":1.0,\"longitude\":2.0,\"live_period\":60}")))
        .isEmpty();
    assertThat(reader.read(update(1, "edited_message", "private", "\"text\":\"x\"")))
        .map(IncomingMessage::content)
        .contains(new Content.Edited());
  }

  @Test
  void takesTheMessagesOfAnAlbumForOneDelivery() {
    Update first = update(1, "message", "private", PHOTO + ",\"media_group_id\":\"9\"");
    Update second = update(2, "message", "private", PHOTO + ",\"media_group_id\":\"9\"");
    Update other = update(3, "message", "private", PHOTO + ",\"media_group_id\":\"10\"");
    Update alone = update(4, "message", "private", PHOTO);
    assertThat(reader.read(first).map(IncomingMessage::deliveryId))
        .isEqualTo(reader.read(second).map(IncomingMessage::deliveryId))
        .isNotEqualTo(reader.read(other).map(IncomingMessage::deliveryId));
    assertThat(reader.read(alone).map(IncomingMessage::deliveryId)).contains("4");
  }

  @Test
  void keepsTheIdOfAnUpdateThatIsNotReadable() throws Exception {
    Update update =
        UpdateJson.update(UpdateJson.parse("{\"update_id\":5,\"message\":\"x\"}")).orElseThrow();
    assertThat(update.getUpdateId()).isEqualTo(5);
    assertThat(reader.read(update)).isEmpty();
    assertThat(UpdateJson.update(UpdateJson.parse("{\"update_id\":\"x\"}"))).isEmpty();
    assertThatThrownBy(() -> UpdateJson.parse("{")).isInstanceOf(JsonProcessingException.class);
  }
}
