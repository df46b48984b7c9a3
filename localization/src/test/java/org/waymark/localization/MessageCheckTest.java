package org.waymark.localization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One broken file for each rule. */
class MessageCheckTest {

  @TempDir private Path directory;

  @BeforeEach
  void writeLanguages() throws IOException {
    Files.writeString(
        directory.resolve(Languages.FILE),
        """
        tag\tenglish_name\tendonym\tscript\tdirection\ttier\tmaturity\treview
        en\tEnglish\tEnglish\tLatn\tltr\t1\tbeta\tunreviewed
        ru\tRussian\tРусский\tCyrl\tltr\t1\tdraft\tunreviewed
        """);
    write("en", "menu-button = Topics");
  }

  @Test
  void findsNothingWrongInASoundFile() throws IOException {
    write("ru", "# Комментарий", "menu-button = Темы", "person-joined = С вами говорит {name}.");

    assertThat(problems()).isEmpty();
  }

  @Test
  void reportsALanguageThatIsOfferedWithoutAFile() throws IOException {
    Files.delete(directory.resolve("messages_en.properties"));

    assertThat(problems())
        .containsExactly("messages_en.properties:1: the file is missing, and en is offered");
  }

  @Test
  void acceptsADraftWithoutAFile() {
    assertThat(problems()).isEmpty();
  }

  @Test
  void reportsALineWithoutEquals() throws IOException {
    write("ru", "menu-button Темы");

    assertThat(problems())
        .containsExactly("messages_ru.properties:1: there is no '=' between a key and its text");
  }

  @Test
  void reportsAKeyWithoutText() throws IOException {
    write("ru", "", "menu-button =");

    assertThat(problems())
        .containsExactly(
            "messages_ru.properties:2: 'menu-button' has no text; remove the line or write the"
                + " text");
  }

  @Test
  void reportsAKeyThatStandsTwice() throws IOException {
    write("ru", "menu-button = Темы", "menu-button = Меню");

    assertThat(problems())
        .containsExactly(
            "messages_ru.properties:2: 'menu-button' stands here again; first in line 1");
  }

  @Test
  void reportsABackslashThatMeansNothing() throws IOException {
    write("ru", "menu-button = Те\\мы");

    assertThat(problems())
        .containsExactly(
            "messages_ru.properties:1: 'menu-button' has a backslash that is neither \\n nor at"
                + " the end");
  }

  @Test
  void reportsAKeyThatIsNotUsed() throws IOException {
    write("ru", "old-key = Текст");

    assertThat(problems())
        .containsExactly(
            "messages_ru.properties:1: 'old-key' is not used any more; remove the line");
  }

  @Test
  void reportsAPatternThatCannotBeRead() throws IOException {
    write("ru", "person-joined = С вами говорит {name");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("messages_ru.properties:1: 'person-joined' cannot be read: ");
  }

  @Test
  void reportsMissingAndUnknownArguments() throws IOException {
    write("ru", "person-joined = С вами говорит {nom}.");

    assertThat(problems())
        .containsExactly(
            "messages_ru.properties:1: 'person-joined' has the arguments [nom] instead of [name]");
  }

  @Test
  void reportsMissingPluralForms() throws IOException {
    write("ru", "minutes-ago = {count, plural, one {# минуту назад} other {# минут назад}}");

    assertThat(problems())
        .containsExactly(
            "messages_ru.properties:1: 'minutes-ago' lacks plural forms; add: few {# …} many"
                + " {# …}");
  }

  @Test
  void reportsPluralFormsTheLanguageDoesNotHave() throws IOException {
    write("ru", "minutes-ago = {count, plural, one {#} two {#} few {#} many {#} other {#}}");

    assertThat(problems())
        .containsExactly(
            "messages_ru.properties:1: 'minutes-ago' has the plural form 'two', unknown in this"
                + " language");
  }

  @Test
  void reportsChoicesOtherThanPlural() throws IOException {
    write("ru", "person-joined = {name, select, other {Кто-то}}");

    assertThat(problems())
        .containsExactly(
            "messages_ru.properties:1: 'person-joined' uses a kind of choice other than plural;"
                + " write plain text");
  }

  @Test
  void reportsThatTheWordsForErasingAreNotToldToThePerson() throws IOException {
    write("ru", "delete-phrase = удалить мои данные", "what-is-kept = Храним {days} дней.");

    assertThat(problems())
        .containsExactly(
            "messages_ru.properties:2: 'what-is-kept' must contain the words of 'delete-phrase':"
                + " удалить мои данные");
  }

  @Test
  void offersTheEnglishTextForWhatACompleteLanguageLacks() throws IOException {
    var file = directory.resolve(Languages.FILE);
    Files.writeString(file, Files.readString(file).replace("draft", "complete"));
    write("ru", "person-joined = С вами говорит {name}.");

    assertThat(problems())
        .hasSize(MessageKey.values().length - 1)
        .contains(
            "messages_ru.properties:1: a sentence is missing; translate and paste: menu-button ="
                + " Topics");
  }

  @Test
  void countsThePluralFormsOfWholeNumbersOnly() {
    assertThat(MessageCheck.countCategories(Locale.of("ru")))
        .containsExactlyInAnyOrder("one", "few", "many", "other");
    assertThat(MessageCheck.countCategories(Locale.of("ar")))
        .containsExactlyInAnyOrder("zero", "one", "two", "few", "many", "other");
    assertThat(MessageCheck.countCategories(Locale.of("vi"))).containsExactly("other");
  }

  private List<String> problems() {
    return MessageCheck.problems(Languages.load(directory), new TextFiles.InDirectory(directory));
  }

  private void write(String tag, String... lines) throws IOException {
    Files.write(directory.resolve("messages_" + tag + ".properties"), List.of(lines));
  }
}
