package org.waymark.intents.catalog;

import com.ibm.icu.text.BreakIterator;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.intents.catalog.Intent.Sensitivity;
import org.waymark.intents.catalog.Intent.Volatility;
import org.waymark.intents.catalog.MarkedText.Span;
import org.waymark.intents.catalog.Utterances.Line;

/**
 * Says what is wrong with a catalog: every problem in one run, each with its place and what to do.
 *
 * <p>A language that calls itself complete must have everything; in the others a gap is a warning.
 */
public final class CatalogCheck {

  /** The longest title, in characters; titles are button labels. */
  public static final int LONGEST_TITLE = 40;

  /** The most words in a sentence of an answer. */
  public static final int LONGEST_SENTENCE = 25;

  /** The most characters in a sentence of a language that is written without spaces. */
  public static final int LONGEST_SENTENCE_WITHOUT_SPACES = 40;

  /** The most sentences in a paragraph of an answer. */
  public static final int LONGEST_PARAGRAPH = 4;

  private static final int QUESTIONS_OF_THE_SOURCE_DOCUMENT = 20;
  private static final Pattern SLOT = Pattern.compile("\\{([^}]*)\\}");
  private static final Pattern PHONE = Pattern.compile("\\d(?:[-.\\s]?\\d){2,}");
  private static final Pattern YEAR = Pattern.compile("20\\d\\d");
  private static final Pattern FOREIGN_MARK =
      Pattern.compile("(?m)^#|</?[a-z]+>|`|https?://|__|^\\s*\\d+\\.\\s|!\\[");

  private final CatalogFiles files;
  private final LocalDate today;
  private final List<Problem> problems = new ArrayList<>();

  /** The intents that a school's overlay adds or replaces. */
  private final Set<String> local = new HashSet<>();

  private CatalogCheck(CatalogFiles files, LocalDate today) {
    this.files = files;
    this.today = today;
    for (String path : files.pathsIn(CatalogFiles.OVERLAY + "topics/")) {
      local.addAll(YamlFile.read(files, path, new ArrayList<>()).section("intents").keys());
    }
  }

  /**
   * Checks a catalog. In a school's overlay less is asked for: what it adds needs English and no
   * sources, and other languages may be missing.
   *
   * @param today the day against which the dates of reviews are held
   * @return every problem, grouped by language; empty if there is none
   */
  public static List<Problem> check(CatalogFiles files, LocalDate today) {
    CatalogCheck check = new CatalogCheck(files, today);
    check.run();
    return check.problems.stream()
        .sorted(
            Comparator.comparing(Problem::language)
                .thenComparing(Problem::file)
                .thenComparingInt(Problem::line))
        .toList();
  }

  private void run() {
    IntentCatalog catalog = new CatalogReader(files, problems).read(CatalogReader.Scope.EVERYTHING);
    if (catalog.intents().isEmpty()) {
      problems.add(
          Problem.error("topics", 1, "There is no intent at all; add files under topics/."));
      return;
    }
    checkIntents(catalog);
    if (!catalog.languages().contains(IntentCatalog.SOURCE_LANGUAGE)) {
      problems.add(
          Problem.error(
              "en/language.yaml", 1, "The source language en is missing; add its folder."));
    }
    for (Locale language : catalog.writtenLanguages()) {
      checkAnswers(catalog, language);
      checkUtterances(catalog, language);
      checkEmergency(catalog, language);
      checkPhrases(catalog, language);
      checkGlossary(catalog, language);
    }
  }

  private void error(String file, int line, String message) {
    problems.add(Problem.error(file, line, message));
  }

  /** A gap: an error in a complete language, a warning in one that is still being written. */
  private void gap(LanguageProfile profile, String file, String message) {
    problems.add(
        profile.complete() ? Problem.error(file, 1, message) : Problem.warning(file, 1, message));
  }

  // ---------------------------------------------------------------------------- intents

  private void checkIntents(IntentCatalog catalog) {
    Set<Integer> answered = new HashSet<>();
    Map<String, Set<String>> usedLinks = new HashMap<>();
    for (Intent intent : catalog.intents()) {
      String file = place("topics/" + intent.topic() + ".yaml", "  " + intent.id() + ":");
      int line = lineOf(file, "  " + intent.id() + ":");
      answered.addAll(intent.questions());
      intent
          .links()
          .forEach(
              link ->
                  usedLinks.computeIfAbsent(intent.topic(), _ -> new HashSet<>()).add(link.id()));
      if (!intent.id().matches("[a-z]+(-[a-z]+)*")) {
        error(
            file, line, "The id '" + intent.id() + "' must be lower-case words joined by hyphens.");
      }
      for (String related : intent.related()) {
        if (related.equals(intent.id()) || catalog.find(related).isEmpty()) {
          error(
              file,
              line,
              "'"
                  + intent.id()
                  + "' names '"
                  + related
                  + "' as related, which is not another intent; correct it.");
        }
      }
      for (int question : intent.questions()) {
        if (question < 1 || question > QUESTIONS_OF_THE_SOURCE_DOCUMENT) {
          error(
              file,
              line,
              "'"
                  + intent.id()
                  + "' names question "
                  + question
                  + "; the source document has 1 to 20.");
        }
      }
      if (intent.sensitivity() == Sensitivity.NONE != intent.isOutOfScope()) {
        error(
            file,
            line,
            "Only out-of-scope has the sensitivity none; correct '" + intent.id() + "'.");
      }
      if ((intent.sensitivity() == Sensitivity.URGENT || intent.sensitivity() == Sensitivity.CRISIS)
          && intent.escalation() == Intent.Escalation.NEVER) {
        error(
            file,
            line,
            "'"
                + intent.id()
                + "' is urgent, so a person must be offered; set escalation to offer or always.");
      }
      boolean factual = !intent.isChat() && !intent.isOutOfScope() && !local.contains(intent.id());
      if (factual && intent.sources().isEmpty()) {
        error(
            file, line, "'" + intent.id() + "' has no source; add the facts its answer rests on.");
      }
      if (factual && intent.links().isEmpty()) {
        error(file, line, "'" + intent.id() + "' has no official link; add at least one.");
      }
      if (intent.reviewBy().isBefore(today)) {
        problems.add(
            Problem.warning(
                file,
                line,
                "The facts of '"
                    + intent.id()
                    + "' were to be reviewed by "
                    + intent.reviewBy()
                    + "; compare them with their sources."));
      }
    }
    for (int question = 1; question <= QUESTIONS_OF_THE_SOURCE_DOCUMENT; question++) {
      if (!answered.contains(question)) {
        error(
            "topics",
            1,
            "Question "
                + question
                + " of the source document is answered by no intent; add it to 'topics' of one.");
      }
    }
    for (String path : files.pathsInLayers("topics/")) {
      YamlFile.Section file = YamlFile.read(files, path, new ArrayList<>());
      for (String id : file.section("links").keys()) {
        if (!usedLinks.getOrDefault(file.text("topic").value(), Set.of()).contains(id)) {
          error(
              path,
              lineOf(path, "  " + id + ":"),
              "The link '" + id + "' is used by no intent; remove it.");
        }
      }
    }
  }

  // ---------------------------------------------------------------------------- answers

  private void checkAnswers(IntentCatalog catalog, Locale language) {
    LanguageProfile profile = catalog.profile(language);
    String folder = language.toLanguageTag() + "/answers/";
    Map<String, String> titles = new LinkedHashMap<>();
    for (Intent intent : catalog.intents()) {
      Answer answer = catalog.answers(language).get(intent.id());
      String file = place(folder + intent.topic() + ".yaml", intent.id() + ":");
      if (answer == null) {
        if (!intent.isOutOfScope()) {
          missingAnswer(profile, file, intent);
        }
        continue;
      }
      int line = lineOf(file, intent.id() + ":");
      if (intent.isOutOfScope()) {
        error(file, line, "out-of-scope is never answered; remove this.");
      }
      if (answer.title().codePointCount(0, answer.title().length()) > LONGEST_TITLE) {
        error(
            file,
            line,
            "The title of '"
                + intent.id()
                + "' is longer than "
                + LONGEST_TITLE
                + " characters; shorten it.");
      }
      String other = titles.putIfAbsent(answer.title().toLowerCase(language), intent.id());
      if (other != null) {
        error(
            file,
            line,
            "'"
                + intent.id()
                + "' and '"
                + other
                + "' have the same title; people could not tell the buttons apart.");
      }
      checkShape(file, line, intent, answer);
      checkWording(file, line, intent, answer, profile);
      checkAgainstSource(file, line, catalog, answer);
    }
  }

  private void missingAnswer(LanguageProfile profile, String file, Intent intent) {
    String message = "The answer for '" + intent.id() + "' is missing; write it.";
    if (!local.contains(intent.id())) {
      gap(profile, file, message);
    } else if (profile.language().equals(IntentCatalog.SOURCE_LANGUAGE)) {
      error(CatalogFiles.OVERLAY + file, 1, message);
    } else {
      problems.add(
          Problem.warning(
              CatalogFiles.OVERLAY + file, 1, message + " Until then it is shown in English."));
    }
  }

  private void checkShape(String file, int line, Intent intent, Answer answer) {
    if (!intent.isChat()) {
      int steps = answer.steps().size();
      if (steps < 3 || steps > 6) {
        error(file, line, "'" + intent.id() + "' has " + steps + " steps; write 3 to 6.");
      }
    }
    boolean contested =
        intent.sources().stream().anyMatch(source -> source.volatility() == Volatility.CONTESTED);
    if (contested) {
      if (answer.caution() == null) {
        error(
            file,
            line,
            "'" + intent.id() + "' rests on contested facts; add a caution with its date.");
      } else if (!YEAR.matcher(asciiDigits(answer.caution())).find()) {
        error(
            file,
            line,
            "The caution of '"
                + intent.id()
                + "' does not say as of when; add the month and year.");
      }
    }
  }

  private void checkWording(
      String file, int line, Intent intent, Answer answer, LanguageProfile profile) {
    for (String text : texts(answer)) {
      if (text.contains("{") || text.contains("}")) {
        error(file, line, "'" + intent.id() + "' contains a placeholder; answers have none.");
      }
      if (FOREIGN_MARK.matcher(text).find()) {
        error(
            file,
            line,
            "'"
                + intent.id()
                + "' uses other marks than paragraphs, '- ', **bold** and [label](link-id).");
      }
      MarkedText marked = MarkedText.parse(text);
      for (Span span : marked.spans()) {
        if (span instanceof Span.Linked(String label, String link)
            && intent.links().stream().noneMatch(known -> known.id().equals(link))) {
          error(
              file,
              line,
              "'"
                  + intent.id()
                  + "' links ["
                  + label
                  + "]("
                  + link
                  + "), which is not among its links; correct the id or add the link.");
        }
      }
      String padded = " " + plainWords(text) + " ";
      for (String never : profile.neverSay()) {
        if (padded.contains(" " + plainWords(never) + " ")) {
          error(
              file,
              line,
              "'"
                  + intent.id()
                  + "' says '"
                  + never
                  + "', which no answer may say; put it more carefully.");
        }
      }
      checkLengths(file, line, intent, marked, answer.language());
    }
  }

  private void checkLengths(
      String file, int line, Intent intent, MarkedText marked, Locale language) {
    for (String paragraph : marked.plain().split("\n+")) {
      BreakIterator sentences = BreakIterator.getSentenceInstance(language);
      sentences.setText(paragraph);
      int count = 0;
      int start = sentences.first();
      for (int end = sentences.next();
          end != BreakIterator.DONE;
          start = end, end = sentences.next()) {
        String sentence = paragraph.substring(start, end).strip();
        if (sentence.isEmpty()) {
          continue;
        }
        count++;
        long ideographs = sentence.codePoints().filter(Character::isIdeographic).count();
        int words = sentence.split("\\s+").length;
        if (ideographs > LONGEST_SENTENCE_WITHOUT_SPACES) {
          tooLong(file, line, intent, sentence, ideographs + " characters");
        } else if (words > LONGEST_SENTENCE) {
          tooLong(file, line, intent, sentence, words + " words");
        }
      }
      if (count > LONGEST_PARAGRAPH) {
        error(
            file,
            line,
            "'"
                + intent.id()
                + "' has a paragraph of "
                + count
                + " sentences; at most "
                + LONGEST_PARAGRAPH
                + ".");
      }
    }
  }

  private void tooLong(String file, int line, Intent intent, String sentence, String length) {
    error(
        file,
        line,
        "'"
            + intent.id()
            + "' has a sentence of "
            + length
            + " ('"
            + sentence.substring(
                0,
                sentence.offsetByCodePoints(
                    0, Math.min(20, sentence.codePointCount(0, sentence.length()))))
            + "…'); make two of it: at most "
            + LONGEST_SENTENCE
            + " words, or "
            + LONGEST_SENTENCE_WITHOUT_SPACES
            + " characters without spaces.");
  }

  /** Phone numbers and links are facts: they are the same in every language. */
  private void checkAgainstSource(String file, int line, IntentCatalog catalog, Answer answer) {
    if (answer.language().equals(IntentCatalog.SOURCE_LANGUAGE)
        || !catalog.languages().contains(IntentCatalog.SOURCE_LANGUAGE)) {
      return;
    }
    Answer source = catalog.answers(IntentCatalog.SOURCE_LANGUAGE).get(answer.intent());
    if (source == null) {
      return;
    }
    compare(file, line, answer, "numbers", numbers(source), numbers(answer));
    compare(file, line, answer, "links", linkIds(source), linkIds(answer));
    String steps = "has %d steps but the English answer has %d";
    compareCounts(file, line, answer, steps, source.steps(), answer.steps());
    String things = "names %d things to bring but the English answer %d";
    compareCounts(file, line, answer, things, source.bring(), answer.bring());
    if ((source.caution() == null) != (answer.caution() == null)) {
      error(
          file,
          line,
          "'"
              + answer.intent()
              + "' must have a caution exactly where the English answer has one.");
    }
  }

  private void compareCounts(
      String file, int line, Answer answer, String what, List<String> english, List<String> here) {
    if (english.size() != here.size()) {
      String difference = String.format(Locale.ROOT, what, here.size(), english.size());
      error(file, line, "'" + answer.intent() + "' " + difference + "; bring them in line.");
    }
  }

  private void compare(
      String file, int line, Answer answer, String what, Set<String> english, Set<String> here) {
    Set<String> missing = new TreeSet<>(english);
    missing.removeAll(here);
    Set<String> added = new TreeSet<>(here);
    added.removeAll(english);
    if (!missing.isEmpty() || !added.isEmpty()) {
      error(
          file,
          line,
          "The "
              + what
              + " of '"
              + answer.intent()
              + "' differ from the English answer: missing "
              + missing
              + ", added "
              + added
              + ".");
    }
  }

  private static Set<String> numbers(Answer answer) {
    Set<String> numbers = new TreeSet<>();
    for (String text : texts(answer)) {
      Matcher matcher = PHONE.matcher(asciiDigits(MarkedText.parse(text).plain()));
      while (matcher.find()) {
        numbers.add(matcher.group().replaceAll("\\D", ""));
      }
    }
    return numbers;
  }

  private static Set<String> linkIds(Answer answer) {
    Set<String> ids = new TreeSet<>();
    for (String text : texts(answer)) {
      for (Span span : MarkedText.parse(text).spans()) {
        if (span instanceof Span.Linked linked) {
          ids.add(linked.link());
        }
      }
    }
    return ids;
  }

  private static List<String> texts(Answer answer) {
    List<String> texts = new ArrayList<>();
    texts.add(answer.text());
    texts.addAll(answer.steps());
    texts.addAll(answer.bring());
    if (answer.caution() != null) {
      texts.add(answer.caution());
    }
    return texts;
  }

  // ---------------------------------------------------------------------------- utterances

  private void checkUtterances(IntentCatalog catalog, Locale language) {
    LanguageProfile profile = catalog.profile(language);
    String folder = language.toLanguageTag() + "/utterances/";
    Map<String, String> owners = new HashMap<>();
    int situations = 0;
    for (Intent intent : catalog.intents()) {
      Utterances utterances = catalog.utterances(language).get(intent.id());
      String file = folder + intent.topic() + ".yaml";
      int needed =
          intent.isOutOfScope() ? profile.minimumOutOfScope() : profile.minimumUtterances();
      int found = utterances == null ? 0 : utterances.written().size();
      if (local.contains(intent.id())) {
        if (found == 0) {
          problems.add(
              Problem.warning(
                  CatalogFiles.OVERLAY + file,
                  1,
                  "'"
                      + intent.id()
                      + "' has no utterances here; in this language it is found in the menu"
                      + " only."));
        }
      } else if (found < needed) {
        gap(
            profile,
            file,
            "'" + intent.id() + "' has " + found + " utterances; write at least " + needed + ".");
      }
      if (utterances == null) {
        continue;
      }
      situations += utterances.situations().size();
      for (Line line : utterances.all()) {
        String owner = owners.putIfAbsent(plainWords(line.text()), intent.id());
        if (owner != null) {
          error(
              line.file(),
              line.line(),
              "'" + line.text() + "' already stands under '" + owner + "'; keep it once.");
        }
        if (line.text().length() > 1000) {
          error(
              line.file(),
              line.line(),
              "This utterance is longer than 1000 characters; shorten it.");
        }
      }
    }
    if (situations < profile.minimumSituations()) {
      gap(
          profile,
          language.toLanguageTag() + "/language.yaml",
          "There are "
              + situations
              + " situation messages; write at least "
              + profile.minimumSituations()
              + ".");
    }
  }

  // ---------------------------------------------------------------------------- emergency

  private void checkEmergency(IntentCatalog catalog, Locale language) {
    LanguageProfile profile = catalog.profile(language);
    String file = language.toLanguageTag() + "/emergency.yaml";
    EmergencyPhrases emergency = catalog.emergency(language);
    if (emergency.phrases().isEmpty()) {
      gap(profile, file, "There are no emergency phrases; without them danger is not recognised.");
    }
    Set<String> seen = new HashSet<>();
    for (Line phrase : emergency.phrases()) {
      String words = plainWords(phrase.text());
      if (words.codePointCount(0, words.length()) < (hasIdeographs(words) ? 2 : 3)) {
        error(
            file,
            phrase.line(),
            "'" + phrase.text() + "' is too short to mean danger by itself; write more words.");
      }
      if (!seen.add(words)) {
        error(file, phrase.line(), "'" + phrase.text() + "' stands twice; remove one.");
      }
    }
    for (Line nearMiss : emergency.nearMisses()) {
      if (seen.contains(plainWords(nearMiss.text()))) {
        error(
            file,
            nearMiss.line(),
            "'" + nearMiss.text() + "' is both an emergency phrase and a near miss; keep one.");
      }
    }
  }

  // ---------------------------------------------------------------------------- phrases

  private void checkPhrases(IntentCatalog catalog, Locale language) {
    LanguageProfile profile = catalog.profile(language);
    String file = language.toLanguageTag() + "/phrases.yaml";
    Map<String, StaffPhrase> phrases = catalog.phrases(language);
    for (StaffPhrase phrase : phrases.values()) {
      int line = lineOf(file, phrase.key() + ":");
      Set<String> used = new TreeSet<>();
      Matcher slot = SLOT.matcher(phrase.text());
      while (slot.find()) {
        used.add(slot.group(1));
      }
      if (!used.equals(new TreeSet<>(phrase.slots().keySet()))) {
        error(
            file,
            line,
            "'"
                + phrase.key()
                + "' uses the slots "
                + used
                + " but declares "
                + new TreeSet<>(phrase.slots().keySet())
                + "; make them the same.");
      }
    }
    if (language.equals(IntentCatalog.SOURCE_LANGUAGE)
        || !catalog.languages().contains(IntentCatalog.SOURCE_LANGUAGE)) {
      return;
    }
    for (StaffPhrase source : catalog.phrases(IntentCatalog.SOURCE_LANGUAGE).values()) {
      StaffPhrase phrase = phrases.get(source.key());
      if (phrase == null) {
        gap(profile, file, "The staff phrase '" + source.key() + "' is missing; write it.");
      } else if (!phrase.slots().equals(source.slots())) {
        error(
            file,
            lineOf(file, phrase.key() + ":"),
            "'"
                + phrase.key()
                + "' must have the same slots as in English: "
                + source.slots().keySet()
                + ".");
      }
    }
    for (String key : phrases.keySet()) {
      if (!catalog.phrases(IntentCatalog.SOURCE_LANGUAGE).containsKey(key)) {
        error(
            file,
            lineOf(file, key + ":"),
            "The staff phrase '" + key + "' does not exist in English; remove it or add it there.");
      }
    }
  }

  // ---------------------------------------------------------------------------- glossary

  private void checkGlossary(IntentCatalog catalog, Locale language) {
    String folder = language.toLanguageTag() + "/";
    Map<String, GlossaryTerm> glossary = catalog.glossary(language);
    checkAvoidedWords(catalog, language, glossary);
    if (language.equals(IntentCatalog.SOURCE_LANGUAGE)
        || !catalog.languages().contains(IntentCatalog.SOURCE_LANGUAGE)) {
      return;
    }
    Map<String, GlossaryTerm> source = catalog.glossary(IntentCatalog.SOURCE_LANGUAGE);
    for (GlossaryTerm term : source.values()) {
      if (!glossary.containsKey(term.key())) {
        gap(
            catalog.profile(language),
            folder + "glossary.yaml",
            "The term '" + term.key() + "' is missing; write what people call it.");
      }
      for (String word : term.onForms()) {
        checkShownInEnglish(catalog, language, word);
      }
    }
    for (GlossaryTerm term : glossary.values()) {
      if (!source.containsKey(term.key())) {
        error(
            folder + "glossary.yaml",
            term.line(),
            "The term '" + term.key() + "' does not exist in English; remove it or add it there.");
      }
    }
  }

  private void checkAvoidedWords(
      IntentCatalog catalog, Locale language, Map<String, GlossaryTerm> glossary) {
    for (Answer answer : catalog.answers(language).values()) {
      String words = " " + plainWords(said(answer)) + " ";
      for (GlossaryTerm term : glossary.values()) {
        for (String avoided : term.avoid()) {
          String plain = plainWords(avoided);
          if (hasIdeographs(plain) ? words.contains(plain) : words.contains(" " + plain + " ")) {
            String file = fileOf(catalog, language, answer);
            error(
                file,
                lineOf(file, answer.intent() + ":"),
                "'"
                    + answer.intent()
                    + "' says '"
                    + avoided
                    + "'; the glossary's term is '"
                    + term.term()
                    + "'.");
          }
        }
      }
    }
  }

  private void checkShownInEnglish(IntentCatalog catalog, Locale language, String word) {
    Pattern english = Pattern.compile("(?iu)\\b" + Pattern.quote(word) + "(?:s|es)?\\b");
    for (Answer answer : catalog.answers(language).values()) {
      Answer source = catalog.answers(IntentCatalog.SOURCE_LANGUAGE).get(answer.intent());
      if (source != null
          && english.matcher(said(source)).find()
          && !english.matcher(said(answer)).find()) {
        String file = fileOf(catalog, language, answer);
        error(
            file,
            lineOf(file, answer.intent() + ":"),
            "'"
                + answer.intent()
                + "' does not show '"
                + word
                + "', which people meet on forms; add it in brackets where it first comes up.");
      }
    }
  }

  private static boolean hasIdeographs(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  /** An answer's text, steps and caution as people read them. */
  private static String said(Answer answer) {
    StringBuilder said = new StringBuilder(MarkedText.parse(answer.text()).plain());
    answer.steps().forEach(step -> said.append('\n').append(MarkedText.parse(step).plain()));
    if (answer.caution() != null) {
      said.append('\n').append(MarkedText.parse(answer.caution()).plain());
    }
    return said.toString();
  }

  private String fileOf(IntentCatalog catalog, Locale language, Answer answer) {
    String topic = catalog.intent(answer.intent()).topic();
    return place(language.toLanguageTag() + "/answers/" + topic + ".yaml", answer.intent() + ":");
  }

  // ---------------------------------------------------------------------------- words

  /** The file in which an entry holds: the overlay's, if it has the entry, else the catalog's. */
  private String place(String file, String start) {
    String overlaid = CatalogFiles.OVERLAY + file;
    return find(overlaid, start) > 0 ? overlaid : file;
  }

  private int lineOf(String file, String start) {
    return Math.max(1, find(file, start));
  }

  /** The first line of a file that begins with a text, counted from 1; 0 if there is none. */
  private int find(String file, String start) {
    if (files.has(file)) {
      String[] lines =
          new String(files.bytes(file), java.nio.charset.StandardCharsets.UTF_8).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (lines[i].startsWith(start)) {
          return i + 1;
        }
      }
    }
    return 0;
  }

  private static String asciiDigits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> out.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return out.toString();
  }

  private static String plainWords(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
        .strip();
  }
}
