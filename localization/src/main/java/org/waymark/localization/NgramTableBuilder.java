package org.waymark.localization;

import com.ibm.icu.lang.UScript;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Builds the table of all languages the module recognises; run by the build of this module.
 *
 * <p>Where Lingua knows a language in an alphabet, its counts say how the language is spelled, and
 * our sample lines which words it has. Elsewhere our lines say both.
 */
final class NgramTableBuilder {

  /** The table's place in the module's jar. */
  static final String FILE = "identification/ngrams.bin";

  /** Lingua cut off the vowel signs of other scripts. */
  private static final Set<Integer> SCRIPTS_OF_LINGUA =
      Set.of(UScript.LATIN, UScript.CYRILLIC, UScript.ARABIC);

  /** The least probable sequences of three letters or more that are kept. */
  private static final double RAREST_OF_SERVED = 3e-7;

  private static final double RAREST_OF_OTHERS = 1e-6;

  private NgramTableBuilder() {}

  /**
   * Writes the table into a directory of classes, unless one built from the same files is there.
   *
   * @param arguments the directory
   */
  static void main(String[] arguments) throws IOException {
    var file = Path.of(arguments[0]).resolve("org/waymark/localization").resolve(FILE);
    var fingerprint = fingerprint();
    if (Files.exists(file) && fingerprint.equals(fingerprintOf(file))) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeUTF(fingerprint);
      build().write(out);
    }
  }

  /** Reads what {@link #main} wrote. */
  static NgramTable read(InputStream stream) throws IOException {
    try (var in = new DataInputStream(stream)) {
      in.readUTF();
      return NgramTable.read(in);
    }
  }

  private static String fingerprintOf(Path file) throws IOException {
    try (var in = new DataInputStream(Files.newInputStream(file))) {
      return in.readUTF();
    }
  }

  private static NgramTable build() {
    var files = TextFiles.ofModule();
    var table = new NgramTable.Builder();
    var languages = Languages.load(files);
    for (var language : languages.written()) {
      put(table, language.tag(), WritingSystem.ofCode(language.script()), RAREST_OF_SERVED);
    }
    for (var language : OtherLanguages.load(files)) {
      if (languages.byTag(language.tag()).isEmpty()) {
        put(table, language.tag(), language.script(), RAREST_OF_OTHERS);
      }
    }
    return table.build();
  }

  private static void put(NgramTable.Builder table, String tag, int script, double rarest) {
    var samples = SampleModels.wordsByScript(samples(tag));
    if (SCRIPTS_OF_LINGUA.contains(script) && LinguaSpelling.knows(tag)) {
      var words = samples.getOrDefault(script, List.of());
      samples.remove(script);
      var spelling = LinguaSpelling.of(tag);
      table.begin(new NgramTable.Model(tag, script));
      if (script == UScript.CYRILLIC || spelling.hasManyMarks()) {
        spelling.put(table, rarest);
      } else {
        spelling.sometimesUnmarked().put(table, rarest);
      }
      SampleModels.putWords(table, words);
      if (script != UScript.CYRILLIC && spelling.hasManyMarks()) {
        table.begin(new NgramTable.Model(tag, script));
        spelling.unmarked().put(table, rarest);
        SampleModels.putWords(table, words.stream().map(LinguaSpelling::withoutMarks).toList());
      }
    }
    samples.forEach((other, words) -> SampleModels.put(table, tag, other, words));
  }

  private static String samples(String tag) {
    var files = TextFiles.ofModule();
    var lines = files.read(sampleFile(tag)).orElse("");
    return tag.equals(Locale.ENGLISH.toLanguageTag())
        ? lines + files.read(Reader.LOANS).orElse("")
        : lines;
  }

  static String sampleFile(String tag) {
    return "identification/" + tag + ".txt";
  }

  /** Changes when anything changes that the table is made of. */
  private static String fingerprint() throws IOException {
    var digest = sha256();
    var files = TextFiles.ofModule();
    add(digest, files, Languages.FILE);
    add(digest, files, OtherLanguages.FILE);
    add(digest, files, Reader.LOANS);
    for (var language : Languages.load(files).written()) {
      add(digest, files, sampleFile(language.tag()));
    }
    for (var language : OtherLanguages.load(files)) {
      add(digest, files, sampleFile(language.tag()));
    }
    for (var type :
        List.of(
            NgramTable.class,
            NgramTable.Builder.class,
            NgramTableBuilder.class,
            LinguaSpelling.class,
            SampleModels.class,
            Words.class,
            WritingSystem.class)) {
      try (var code = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
        digest.update(code == null ? new byte[0] : code.readAllBytes());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, TextFiles files, String name) {
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update(files.read(name).orElse("").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
