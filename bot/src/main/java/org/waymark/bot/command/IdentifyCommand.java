package org.waymark.bot.command;

import java.io.IOException;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.localization.IdentifiedLanguage;
import org.waymark.localization.LanguageEvidence;
import org.waymark.localization.LanguageIdentifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Says for each line what language it is. */
@Command(
    name = "identify",
    description = "Reads a message a line and writes its language, one JSON object a line.")
final class IdentifyCommand implements Callable<Integer> {

  @Option(names = "--hint", description = "The language of the chat app.")
  private @Nullable String hintTag;

  @Override
  public Integer call() throws IOException {
    Locale hint = hint(hintTag);
    LanguageIdentifier identifier = LanguageIdentifier.standard();
    JsonMapper json = JsonMapper.builder().build();
    CommandLineTool.forEachLine(
        line -> {
          Map<String, Object> result = new LinkedHashMap<>();
          result.put("text", line);
          describe(identifier.identify(line, new LanguageEvidence(null, hint)), result);
          System.out.println(json.writeValueAsString(result));
        });
    return 0;
  }

  private static @Nullable Locale hint(@Nullable String tag) {
    if (tag == null) {
      return null;
    }
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw new CommandLineTool.BadInputException(
          "'" + tag + "' is not a language tag; use one such as es or pt-BR.");
    }
  }

  /** Adds the fields that both commands write about a language. */
  static void describe(IdentifiedLanguage identified, Map<String, Object> result) {
    switch (identified) {
      case IdentifiedLanguage.Certain(Locale language) ->
          put(result, language.toLanguageTag(), "certain", List.of(language.toLanguageTag()));
      case IdentifiedLanguage.Ambiguous(List<Locale> candidates) ->
          put(
              result,
              candidates.getFirst().toLanguageTag(),
              "ambiguous",
              candidates.stream().map(Locale::toLanguageTag).toList());
      case IdentifiedLanguage.Unsupported(String tag, String _) ->
          put(result, tag, "unsupported", List.of());
      case IdentifiedLanguage.Undetermined() -> put(result, "und", "undetermined", List.of());
    }
  }

  private static void put(
      Map<String, Object> result, String language, String certainty, List<String> candidates) {
    result.put("language", language);
    result.put("certainty", certainty);
    result.put("candidates", candidates);
  }
}
