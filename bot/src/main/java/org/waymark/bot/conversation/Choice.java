package org.waymark.bot.conversation;

import java.util.Locale;
import java.util.Optional;

/**
 * What a button means. The id that travels to the chat app and back says it all, so that a button
 * pressed days later or after a restart still works.
 */
sealed interface Choice {

  /** The id that stands for it; at most 64 bytes. */
  String id();

  /** Answer an intent. */
  record Ask(String intent) implements Choice {
    @Override
    public String id() {
      return "ask:" + intent;
    }
  }

  /** Show the areas of the menu. */
  record Menu() implements Choice {
    @Override
    public String id() {
      return "menu";
    }
  }

  /** Show the questions of one area of the menu. */
  record Area(MenuArea area) implements Choice {
    @Override
    public String id() {
      return "area:" + area.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Speak a language from now on. */
  record Speak(String languageTag) implements Choice {
    @Override
    public String id() {
      return "speak:" + languageTag;
    }
  }

  /** Go back to the language before the last switch. */
  record UndoLanguage() implements Choice {
    @Override
    public String id() {
      return "undo-language";
    }
  }

  /** Show the languages. */
  record ChooseLanguage() implements Choice {
    @Override
    public String id() {
      return "choose-language";
    }
  }

  /** Ask for a person, for a reason that staff will see. */
  record Person(HandoffReason reason) implements Choice {

    /** Asks without another reason. */
    Person() {
      this(HandoffReason.ASKED);
    }

    @Override
    public String id() {
      return reason == HandoffReason.ASKED
          ? "person"
          : "person:" + reason.name().toLowerCase(Locale.ROOT);
    }
  }

  /** No longer wait for a person. */
  record CancelPerson() implements Choice {
    @Override
    public String id() {
      return "cancel-person";
    }
  }

  /** There is no danger; the emergency help was a false alarm. */
  record NotInDanger() implements Choice {
    @Override
    public String id() {
      return "not-in-danger";
    }
  }

  /** None of the offered intents fits. */
  record NoneOfThese() implements Choice {
    @Override
    public String id() {
      return "none";
    }
  }

  /** The answer helped or did not. */
  record Rate(boolean helpful) implements Choice {
    @Override
    public String id() {
      return helpful ? "helpful" : "not-helpful";
    }
  }

  /** Get an answer as a card to take along. */
  record TakeAlong(String intent) implements Choice {
    @Override
    public String id() {
      return "card:" + intent;
    }
  }

  /** Erase everything, or do not. */
  record Delete(boolean confirmed) implements Choice {
    @Override
    public String id() {
      return confirmed ? "delete:yes" : "delete:no";
    }
  }

  /** Reads an id; empty for one that no version of Waymark made. */
  static Optional<Choice> parse(String id) {
    int colon = id.indexOf(':');
    String argument = colon < 0 ? "" : id.substring(colon + 1);
    return switch (colon < 0 ? id : id.substring(0, colon)) {
      case "ask" -> Optional.of(new Ask(argument));
      case "card" -> Optional.of(new TakeAlong(argument));
      case "menu" -> Optional.of(new Menu());
      case "area" -> MenuArea.named(argument).map(Area::new);
      case "speak" -> Optional.of(new Speak(argument));
      case "undo-language" -> Optional.of(new UndoLanguage());
      case "choose-language" -> Optional.of(new ChooseLanguage());
      case "person" -> HandoffReason.named(argument).map(Person::new);
      case "cancel-person" -> Optional.of(new CancelPerson());
      case "not-in-danger" -> Optional.of(new NotInDanger());
      case "none" -> Optional.of(new NoneOfThese());
      case "helpful" -> Optional.of(new Rate(true));
      case "not-helpful" -> Optional.of(new Rate(false));
      case "delete" ->
          switch (argument) {
            case "yes" -> Optional.of(new Delete(true));
            case "no" -> Optional.of(new Delete(false));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }
}
