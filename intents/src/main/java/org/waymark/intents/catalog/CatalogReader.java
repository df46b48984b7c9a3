package org.waymark.intents.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.intents.catalog.Intent.Escalation;
import org.waymark.intents.catalog.Intent.Sensitivity;
import org.waymark.intents.catalog.Intent.Source;
import org.waymark.intents.catalog.Intent.Volatility;
import org.waymark.intents.catalog.StaffPhrase.SlotType;
import org.waymark.intents.catalog.Utterances.Line;

/** Reads a catalog's files and notes what is malformed; what they mean is checked elsewhere. */
final class CatalogReader {

  private final CatalogFiles files;
  private final List<Problem> problems;

  CatalogReader(CatalogFiles files, List<Problem> problems) {
    this.files = files;
    this.problems = problems;
  }

  /** How much of a catalog is read. */
  enum Scope {
    EVERYTHING,
    WITHOUT_UTTERANCES
  }

  IntentCatalog read(Scope scope) {
    List<String> topics = files.pathsInLayers("topics/");
    Map<String, Map<String, Link>> links = new LinkedHashMap<>();
    for (String path : topics) {
      links
          .computeIfAbsent(fileName(path), _ -> new LinkedHashMap<>())
          .putAll(readLinks(YamlFile.read(files, path, problems).section("links")));
    }
    Map<String, Intent> intents = new LinkedHashMap<>();
    for (String path : topics) {
      readTopic(path, links.getOrDefault(fileName(path), Map.of()), intents);
    }
    Map<Locale, IntentCatalog.LanguageContent> languages = new LinkedHashMap<>();
    for (String path : files.paths()) {
      String[] parts = path.split("/");
      if (parts[0].equals("topics") || isOverlay(path)) {
        continue;
      }
      if (parts.length == 2 && parts[1].equals("language.yaml")) {
        Locale language = locale(parts[0], path, 1);
        if (language != null) {
          languages.put(language, readLanguage(language, parts[0] + "/", intents, scope));
        }
      } else if (parts.length >= 2 && !files.has(parts[0] + "/language.yaml")) {
        error(path, 1, "The folder " + parts[0] + " has no language.yaml; copy it from en.");
      }
    }
    convert(languages);
    return new IntentCatalog(intents, languages, readSchool(intents), retrained(languages));
  }

  /** Fills the languages whose texts are another's in another script. */
  private void convert(Map<Locale, IntentCatalog.LanguageContent> languages) {
    languages.replaceAll(
        (language, content) -> {
          Locale from = content.profile().convertedFrom();
          if (from == null) {
            return content;
          }
          IntentCatalog.LanguageContent written = languages.get(from);
          if (written == null) {
            error(
                language.toLanguageTag() + "/language.yaml",
                1,
                "The language '" + from.toLanguageTag() + "' it is converted from is missing.");
            return content;
          }
          return ScriptVariant.of(written, language, content.profile());
        });
  }

  private static boolean isOverlay(String path) {
    return path.startsWith(CatalogFiles.OVERLAY);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private @Nullable School readSchool(Map<String, Intent> intents) {
    String path = CatalogFiles.OVERLAY + "school.yaml";
    Set<String> roles = new TreeSet<>();
    intents.values().forEach(intent -> roles.addAll(intent.contactRoles()));
    return files.has(path) ? new SchoolReader(files, path, roles, problems).read() : null;
  }

  /** The languages whose utterances the overlay adds to; its other folders must be known. */
  private Set<Locale> retrained(Map<Locale, IntentCatalog.LanguageContent> languages) {
    Set<Locale> retrained = new LinkedHashSet<>();
    for (String path : files.pathsIn(CatalogFiles.OVERLAY)) {
      String[] parts = path.split("/");
      if (parts[1].equals("topics") || parts[1].equals("school.yaml")) {
        continue;
      }
      Locale language = parts.length < 3 ? null : locale(parts[1], path, 1);
      if (language == null || !languages.containsKey(language)) {
        error(
            path,
            1,
            "An overlay holds school.yaml, topics/ and folders of languages that the catalog has;"
                + " move or remove this file.");
      } else if (parts[2].equals("utterances")) {
        retrained.add(language);
      }
    }
    return retrained;
  }

  private void error(String path, int line, String message) {
    problems.add(Problem.error(path, line, message));
  }

  private void readTopic(String path, Map<String, Link> links, Map<String, Intent> intents) {
    YamlFile.Section file = YamlFile.read(files, path, problems);
    file.expectOnly("topic", "intents", "links");
    String topic = file.text("topic").value();
    if (!fileName(path).equals(topic + ".yaml") && !topic.isEmpty()) {
      error(
          path,
          file.lineOf("topic"),
          "The topic '" + topic + "' must be in topics/" + topic + ".yaml.");
    }
    YamlFile.Section all = file.section("intents");
    for (String id : all.keys()) {
      YamlFile.Section section = all.section(id);
      section.expectOnly(
          "description",
          "example",
          "topics",
          "sensitivity",
          "escalation",
          "related",
          "contact-roles",
          "links",
          "sources",
          "reviewed",
          "review-by");
      Intent intent =
          new Intent(
              id,
              topic,
              section.text("description").value(),
              section.text("example").value(),
              numbers(section),
              section.choice("sensitivity", Sensitivity.class),
              section.choice("escalation", Escalation.class),
              values(section.texts("related")),
              values(section.texts("contact-roles")),
              linksOf(section, links),
              sources(section),
              date(section, "reviewed"),
              date(section, "review-by"));
      if (intents.put(id, intent) != null && !isOverlay(path)) {
        error(
            path, section.line(), "The intent '" + id + "' is already in another topic; keep one.");
      }
    }
  }

  private Map<String, Link> readLinks(YamlFile.Section section) {
    Map<String, Link> links = new LinkedHashMap<>();
    for (String id : section.keys()) {
      YamlFile.Section link = section.section(id);
      link.expectOnly("url", "label", "opened", "languages");
      URI url = uri(link, "url");
      Map<Locale, URI> languages = new LinkedHashMap<>();
      YamlFile.Section translated = link.section("languages");
      for (String tag : translated.keys()) {
        Locale locale = locale(tag, link.file(), translated.lineOf(tag));
        URI address = uri(translated, tag);
        if (locale != null && address != null) {
          languages.put(locale, address);
        }
      }
      String opened = link.text("opened").value();
      if (!opened.equals("true") && !opened.equals("false")) {
        link.error(link.lineOf("opened"), "'opened' must be true or false.");
      }
      if (url != null) {
        links.put(
            id, new Link(id, link.text("label").value(), url, opened.equals("true"), languages));
      }
    }
    return links;
  }

  private static @Nullable URI uri(YamlFile.Section section, String key) {
    YamlFile.Text text = section.text(key);
    try {
      URI uri = new URI(text.value());
      if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // reported below, with the same advice as an address without https
    }
    section.error(
        text.line(), "'" + text.value() + "' is not an https:// address; write the whole address.");
    return null;
  }

  private static List<Integer> numbers(YamlFile.Section section) {
    List<Integer> numbers = new ArrayList<>();
    for (YamlFile.Text text : section.texts("topics")) {
      try {
        numbers.add(Integer.valueOf(text.value()));
      } catch (NumberFormatException e) {
        section.error(text.line(), "'topics' holds question numbers, not '" + text.value() + "'.");
      }
    }
    return numbers;
  }

  private List<Link> linksOf(YamlFile.Section section, Map<String, Link> known) {
    List<Link> links = new ArrayList<>();
    for (YamlFile.Text id : section.texts("links")) {
      Link link = known.get(id.value());
      if (link == null) {
        section.error(
            id.line(),
            "The link '" + id.value() + "' is not under 'links' of this file; add it there.");
      } else {
        links.add(link);
      }
    }
    return links;
  }

  private static List<Source> sources(YamlFile.Section section) {
    List<Source> sources = new ArrayList<>();
    for (YamlFile.Section source : section.sections("sources")) {
      source.expectOnly("fact", "claim", "date", "volatility");
      sources.add(
          new Source(
              source.text("fact").value(),
              source.text("claim").value(),
              source.text("date").value(),
              source.choice("volatility", Volatility.class)));
    }
    return sources;
  }

  private static LocalDate date(YamlFile.Section section, String key) {
    YamlFile.Text text = section.text(key);
    try {
      return LocalDate.parse(text.value());
    } catch (DateTimeParseException e) {
      section.error(text.line(), "'" + key + "' must be a date like 2026-11-24.");
      return LocalDate.EPOCH;
    }
  }

  private IntentCatalog.LanguageContent readLanguage(
      Locale language, String folder, Map<String, Intent> intents, Scope scope) {
    Map<String, Answer> answers = new TreeMap<>();
    Map<String, Utterances> utterances = new TreeMap<>();
    for (String path : files.pathsInLayers(folder + "answers/")) {
      readAnswers(language, path, intents, answers);
    }
    if (scope == Scope.EVERYTHING) {
      for (String path : files.pathsInLayers(folder + "utterances/")) {
        readUtterances(path, intents, utterances);
      }
    }
    return new IntentCatalog.LanguageContent(
        readProfile(language, folder + "language.yaml"),
        answers,
        utterances,
        readEmergency(folder + "emergency.yaml"),
        readPhrases(folder + "phrases.yaml"),
        readGlossary(folder + "glossary.yaml"));
  }

  private LanguageProfile readProfile(Locale language, String path) {
    YamlFile.Section file = YamlFile.read(files, path, problems);
    file.expectOnly(
        "maturity",
        "review",
        "minimum-utterances",
        "minimum-out-of-scope",
        "minimum-situations",
        "negations",
        "never-say",
        "converted-from");
    String maturity = oneOf(file, "maturity", "draft", "beta", "complete");
    String review = oneOf(file, "review", "unreviewed", "reviewed");
    return new LanguageProfile(
        language,
        maturity.equals("complete"),
        review.equals("reviewed"),
        file.number("minimum-utterances", 60),
        file.number("minimum-out-of-scope", 250),
        file.number("minimum-situations", 400),
        values(file.texts("negations")),
        values(file.texts("never-say")),
        file.has("converted-from")
            ? locale(file.text("converted-from").value(), path, file.lineOf("converted-from"))
            : null);
  }

  private static String oneOf(YamlFile.Section section, String key, String... known) {
    YamlFile.Text text = section.text(key);
    if (!List.of(known).contains(text.value()) && !text.value().isEmpty()) {
      section.error(text.line(), "'" + key + "' must be one of " + String.join(", ", known) + ".");
    }
    return text.value();
  }

  private void readAnswers(
      Locale language, String path, Map<String, Intent> intents, Map<String, Answer> answers) {
    YamlFile.Section file = YamlFile.read(files, path, problems);
    for (String id : file.keys()) {
      YamlFile.Section section = file.section(id);
      section.expectOnly("title", "answer", "steps", "bring", "caution");
      if (!knownIn(path, section, id, intents)) {
        continue;
      }
      Answer answer =
          new Answer(
              id,
              language,
              section.text("title").value(),
              section.text("answer").value(),
              values(section.texts("steps")),
              values(section.texts("bring")),
              section.optionalText("caution"));
      if (answers.put(id, answer) != null && !isOverlay(path)) {
        error(path, section.line(), "'" + id + "' is answered in two files; keep one.");
      }
    }
  }

  private boolean knownIn(
      String path, YamlFile.Section section, String id, Map<String, Intent> intents) {
    Intent intent = intents.get(id);
    if (intent == null) {
      error(
          path,
          section.line(),
          "The intent '" + id + "' is not in any file under topics/; correct its name.");
      return false;
    }
    if (!path.endsWith("/" + intent.topic() + ".yaml")) {
      error(
          path,
          section.line(),
          "'" + id + "' belongs in the file " + intent.topic() + ".yaml; move it there.");
    }
    return true;
  }

  private void readUtterances(
      String path, Map<String, Intent> intents, Map<String, Utterances> utterances) {
    YamlFile.Section file = YamlFile.read(files, path, problems);
    for (String id : file.keys()) {
      YamlFile.Section section = file.section(id);
      section.expectOnly("utterances", "situations");
      if (knownIn(path, section, id, intents)) {
        Utterances read =
            new Utterances(
                id,
                lines(path, section.texts("utterances")),
                lines(path, section.texts("situations")));
        utterances.merge(id, read, Utterances::and);
      }
    }
  }

  private static List<Line> lines(String path, List<YamlFile.Text> texts) {
    return texts.stream().map(text -> new Line(text.value(), path, text.line())).toList();
  }

  private EmergencyPhrases readEmergency(String path) {
    List<Line> phrases = new ArrayList<>();
    List<Line> nearMisses = new ArrayList<>();
    for (String layer : files.layersOf(path)) {
      YamlFile.Section file = YamlFile.read(files, layer, problems);
      file.expectOnly("phrases", "near-misses");
      phrases.addAll(lines(layer, file.texts("phrases")));
      nearMisses.addAll(lines(layer, file.texts("near-misses")));
    }
    return new EmergencyPhrases(phrases, nearMisses);
  }

  private Map<String, StaffPhrase> readPhrases(String path) {
    Map<String, StaffPhrase> phrases = new LinkedHashMap<>();
    for (String layer : files.layersOf(path)) {
      YamlFile.Section file = YamlFile.read(files, layer, problems);
      for (String key : file.keys()) {
        YamlFile.Section section = file.section(key);
        section.expectOnly("text", "slots");
        Map<String, SlotType> slots = new LinkedHashMap<>();
        YamlFile.Section declared = section.section("slots");
        for (String slot : declared.keys()) {
          slots.put(slot, declared.choice(slot, SlotType.class));
        }
        phrases.put(key, new StaffPhrase(key, section.text("text").value(), slots));
      }
    }
    return phrases;
  }

  private Map<String, GlossaryTerm> readGlossary(String path) {
    Map<String, GlossaryTerm> glossary = new LinkedHashMap<>();
    if (files.has(path)) {
      YamlFile.Section file = YamlFile.read(files, path, problems);
      for (String key : file.keys()) {
        YamlFile.Section section = file.section(key);
        section.expectOnly("term", "note", "avoid", "on-forms");
        glossary.put(
            key,
            new GlossaryTerm(
                key,
                section.text("term").value(),
                section.text("note").value(),
                values(section.texts("avoid")),
                values(section.texts("on-forms")),
                section.line()));
      }
    }
    return glossary;
  }

  private static List<String> values(List<YamlFile.Text> texts) {
    return texts.stream().map(YamlFile.Text::value).toList();
  }

  private @Nullable Locale locale(String tag, String path, int line) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      error(path, line, "'" + tag + "' is not a language tag such as es or zh-Hant.");
      return null;
    }
  }
}
