package org.waymark.intents.classifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.waymark.intents.catalog.CatalogFiles;

/**
 * The thresholds of a language as a file that is committed. Cross-validation takes most of a
 * build's time, so its result is kept with a fingerprint of the utterances it was found on; for
 * other utterances it counts as absent and is found again.
 */
final class Thresholds {

  /** Raised when features or training change, so that nothing old is reused. */
  static final String RECIPE = "9";

  private Thresholds() {}

  /** The file of a language. */
  static Path file(Path folder, Locale language) {
    return folder.resolve(language.toLanguageTag() + ".thresholds.properties");
  }

  /** What the thresholds depend on: the recipe and a language's utterances. */
  static String fingerprint(CatalogFiles files, Locale language) {
    return digest(files, language.toLanguageTag() + "/utterances/");
  }

  /** A digest of the recipe and of all files below some folders. */
  static String digest(CatalogFiles files, String... folders) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(RECIPE.getBytes(StandardCharsets.UTF_8));
      for (String folder : folders) {
        for (String path : files.paths()) {
          if (!path.startsWith(folder)) {
            continue;
          }
          digest.update(path.getBytes(StandardCharsets.UTF_8));
          digest.update(files.bytes(path));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** The thresholds that were found on these utterances; empty if there are none. */
  static Optional<ConfidencePolicy> read(Path file, String fingerprint) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    if (!fingerprint.equals(properties.getProperty("utterances"))) {
      return Optional.empty();
    }
    return Optional.of(
        new ConfidencePolicy(
            number(file, properties, "answer"),
            number(file, properties, "offer"),
            number(file, properties, "emergency")));
  }

  private static double number(Path file, Properties properties, String name) {
    try {
      return Double.parseDouble(properties.getProperty(name, ""));
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          file + ": '" + name + "' is not a number; delete the file, the build writes it again.",
          e);
    }
  }

  static void write(Path file, String fingerprint, ConfidencePolicy policy) throws IOException {
    Files.writeString(
        file,
        String.format(
            Locale.ROOT,
            """
            # Found by 5-fold cross-validation on the utterances with this fingerprint. Written by the build.
            utterances=%s
            answer=%.2f
            offer=%.2f
            emergency=%.2f
            """,
            fingerprint,
            policy.answer(),
            policy.offer(),
            policy.emergency()));
  }
}
