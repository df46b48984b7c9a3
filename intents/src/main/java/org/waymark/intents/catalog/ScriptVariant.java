package org.waymark.intents.catalog;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A language's texts in another script, such as Chinese in traditional characters, converted by
 * ICU. How people ask is not converted: the classifier reads both scripts as one.
 */
final class ScriptVariant {

  private ScriptVariant() {}

  static IntentCatalog.LanguageContent of(
      IntentCatalog.LanguageContent written, Locale language, LanguageProfile profile) {
    Transliterator conversion =
        Transliterator.getInstance(script(written.profile().language()) + "-" + script(language));
    UnaryOperator<String> convert = conversion::transliterate;
    Map<String, Answer> answers = new TreeMap<>();
    written
        .answers()
        .forEach((intent, answer) -> answers.put(intent, converted(answer, language, convert)));
    Map<String, StaffPhrase> phrases = new TreeMap<>();
    written
        .phrases()
        .forEach(
            (key, phrase) ->
                phrases.put(
                    key, new StaffPhrase(key, convert.apply(phrase.text()), phrase.slots())));
    return new IntentCatalog.LanguageContent(
        profile, answers, Map.of(), new EmergencyPhrases(List.of(), List.of()), phrases, Map.of());
  }

  private static Answer converted(Answer answer, Locale language, UnaryOperator<String> convert) {
    String caution = answer.caution();
    return new Answer(
        answer.intent(),
        language,
        convert.apply(answer.title()),
        convert.apply(answer.text()),
        answer.steps().stream().map(convert).toList(),
        answer.bring().stream().map(convert).toList(),
        caution == null ? null : convert.apply(caution));
  }

  private static String script(Locale language) {
    return ULocale.addLikelySubtags(ULocale.forLocale(language)).getScript();
  }
}
