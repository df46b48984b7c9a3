package org.waymark.bot.telegram;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.waymark.bot.channel.ChatAddress;
import org.waymark.bot.channel.IncomingMessage;
import org.waymark.bot.channel.IncomingMessage.AttachmentKind;
import org.waymark.bot.channel.IncomingMessage.Content;

/** Turns Telegram's updates into messages. */
final class UpdateReader {

  /** {@code /name} or {@code /name@bot} at the start of a text, and nothing glued to it. */
  private static final Pattern COMMAND = Pattern.compile("/(\\w+)(?:@(\\w+))?(?=\\s|$)");

  private final long botId;
  private final Supplier<Optional<String>> ownName;

  /** Makes a reader; {@code ownName} is empty while the bot's name is not known. */
  UpdateReader(long botId, Supplier<Optional<String>> ownName) {
    this.botId = botId;
    this.ownName = ownName;
  }

  /** The message in an update; empty for updates that nobody expects an answer to. */
  Optional<IncomingMessage> read(Update update) {
    String delivery = Integer.toString(update.getUpdateId());
    if (update.hasCallbackQuery()) {
      return pressed(update.getCallbackQuery(), delivery);
    }
    Message edited = update.getEditedMessage();
    if (edited != null) {
      // A live location changes by itself, every few seconds.
      return isPrivate(edited) && !edited.hasLocation()
          ? message(edited, delivery, new Content.Edited())
          : Optional.empty();
    }
    Message message = update.getMessage();
    if (message == null || isFromBot(message.getFrom())) {
      return Optional.empty();
    }
    if (message.getMediaGroupId() != null) {
      // The pictures of an album come as messages of their own, and are one delivery all the same.
      delivery = "album-" + message.getMediaGroupId();
    }
    if (!isPrivate(message)) {
      return isAddressed(message)
          ? message(message, delivery, new Content.FromGroup())
          : Optional.empty();
    }
    Content content = content(message);
    return content == null ? Optional.empty() : message(message, delivery, content);
  }

  private static Optional<IncomingMessage> pressed(CallbackQuery query, String delivery) {
    if (query.getMessage() == null || query.getData() == null) {
      return Optional.empty();
    }
    ChatAddress address =
        new ChatAddress(ChatAddress.TELEGRAM, Long.toString(query.getMessage().getChatId()));
    return Optional.of(
        new IncomingMessage(
            address, delivery, new Content.Choice(query.getData()), language(query.getFrom())));
  }

  private static Optional<IncomingMessage> message(
      Message message, String delivery, Content content) {
    return Optional.of(
        new IncomingMessage(
            new ChatAddress(ChatAddress.TELEGRAM, Long.toString(message.getChatId())),
            delivery,
            content,
            language(message.getFrom())));
  }

  private static @Nullable Content content(Message message) {
    if (message.hasText()) {
      String text = message.getText();
      return text.startsWith("/") && text.length() > 1 && Character.isLetter(text.charAt(1))
          ? new Content.Command(command(text))
          : new Content.Text(text);
    }
    if (message.getCaption() != null && !message.getCaption().isBlank()) {
      return new Content.Text(message.getCaption());
    }
    if (message.hasVoice() || message.hasAudio() || message.hasVideoNote()) {
      return new Content.Attachment(AttachmentKind.VOICE);
    }
    if (message.hasPhoto() || message.hasVideo()) {
      return new Content.Attachment(AttachmentKind.PHOTO);
    }
    if (message.hasSticker() || message.hasAnimation() || message.hasDice()) {
      return new Content.Attachment(AttachmentKind.STICKER);
    }
    if (message.hasLocation() || message.getVenue() != null) {
      return new Content.Attachment(AttachmentKind.LOCATION);
    }
    if (message.hasContact()) {
      return new Content.Attachment(AttachmentKind.CONTACT);
    }
    if (message.hasDocument()) {
      return new Content.Attachment(AttachmentKind.FILE);
    }
    boolean service =
        message.getPinnedMessage() != null
            || message.getMessageAutoDeleteTimerChanged() != null
            || message.getChatShared() != null;
    return service ? null : new Content.Attachment(AttachmentKind.OTHER);
  }

  /** The name in {@code /name@bot argument}. */
  private static String command(String text) {
    String name = text.substring(1).split("[\\s@]", 2)[0].toLowerCase(Locale.ROOT);
    return name.length() > 32 ? name.substring(0, 32) : name;
  }

  /** In a group only a command, a mention or a reply is meant for the bot. */
  private boolean isAddressed(Message message) {
    Matcher command = COMMAND.matcher(message.hasText() ? message.getText() : "");
    if (command.lookingAt()) {
      String bot = command.group(2);
      if (bot != null && !isOwnName(bot)) {
        return false;
      }
      if (TelegramCommands.has(command.group(1).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    Message repliedTo = message.getReplyToMessage();
    return (repliedTo != null && isBot(repliedTo.getFrom()))
        || mentionsBot(message.getEntities())
        || mentionsBot(message.getCaptionEntities());
  }

  private boolean mentionsBot(@Nullable List<MessageEntity> entities) {
    return entities != null && entities.stream().anyMatch(this::isMentionOfBot);
  }

  private boolean isMentionOfBot(MessageEntity entity) {
    return switch (entity.getType()) {
      case "mention" -> isOwnName(entity.getText().substring(1));
      case "text_mention" -> isBot(entity.getUser());
      default -> false;
    };
  }

  private boolean isOwnName(String name) {
    return ownName.get().filter(name::equalsIgnoreCase).isPresent();
  }

  private boolean isBot(@Nullable User user) {
    return user != null && user.getId() == botId;
  }

  private static boolean isPrivate(Message message) {
    return message.getChat() != null && "private".equals(message.getChat().getType());
  }

  private static boolean isFromBot(@Nullable User user) {
    return user != null && Boolean.TRUE.equals(user.getIsBot());
  }

  private static @Nullable Locale language(@Nullable User user) {
    if (user == null || user.getLanguageCode() == null) {
      return null;
    }
    try {
      return new Locale.Builder().setLanguageTag(user.getLanguageCode()).build();
    } catch (IllformedLocaleException e) {
      return null;
    }
  }
}
