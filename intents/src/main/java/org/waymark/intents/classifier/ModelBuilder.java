package org.waymark.intents.classifier;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.CatalogInvalidException;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.classifier.LanguageModelTrainer.Sample;

/**
 * The build's training step: lists the catalog's files, and trains one model per language, only for
 * languages whose files changed since the last build. Thresholds are chosen again only where the
 * utterances changed since they were committed.
 */
public final class ModelBuilder {

  private final CatalogFiles files;
  private final IntentCatalog catalog;
  private final Path kept;
  private final Path delivered;
  private final Path thresholds;

  private ModelBuilder(
      CatalogFiles files, IntentCatalog catalog, Path kept, Path delivered, Path thresholds) {
    this.files = files;
    this.catalog = catalog;
    this.kept = kept;
    this.delivered = delivered;
    this.thresholds = thresholds;
  }

  /**
   * Arguments: the catalog's folder, the folder that keeps models between builds, the folder the
   * models are delivered to, the folder of the committed thresholds.
   */
  public static void main(String[] arguments) throws IOException {
    Path catalogFolder = Path.of(arguments[0]);
    CatalogFiles files = CatalogFiles.in(catalogFolder);
    Files.writeString(
        catalogFolder.resolve(CatalogFiles.INDEX), String.join("\n", files.paths()) + "\n");
    try {
      IntentCatalog catalog = IntentCatalog.load(files);
      ModelBuilder builder =
          new ModelBuilder(
              files,
              catalog,
              Files.createDirectories(Path.of(arguments[1])),
              Files.createDirectories(Path.of(arguments[2])),
              Files.createDirectories(Path.of(arguments[3])));
      catalog.languages().parallelStream()
          .filter(language -> catalog.utterances(language).size() >= 2)
          .forEach(builder::build);
    } catch (CatalogInvalidException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void build(Locale language) {
    String tag = language.toLanguageTag();
    try {
      ConfidencePolicy policy = policy(language);
      Path model = kept.resolve(tag + ".model");
      Path stamp = kept.resolve(tag + ".stamp");
      String wanted =
          Thresholds.digest(files, tag + "/utterances/", tag + "/answers/") + " " + policy;
      if (!Files.exists(model) || !Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
        long start = System.nanoTime();
        LanguageModel trained = new LanguageModelTrainer().train(catalog, language, policy);
        try (var out =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(model)))) {
          trained.write(out);
        }
        Files.writeString(stamp, wanted);
        report("Trained", language, start);
      }
      Files.copy(model, delivered.resolve(tag + ".model"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The model of " + tag + " cannot be written.", e);
    }
  }

  private ConfidencePolicy policy(Locale language) throws IOException {
    Path file = Thresholds.file(thresholds, language);
    String fingerprint = Thresholds.fingerprint(files, language);
    Optional<ConfidencePolicy> known = Thresholds.read(file, fingerprint);
    if (known.isPresent()) {
      return known.get();
    }
    long start = System.nanoTime();
    List<Sample> samples = LanguageModelTrainer.samples(catalog, language);
    Thresholds.write(
        file,
        fingerprint,
        LanguageModelTrainer.policy(samples, LanguageModelTrainer.crossValidate(samples)));
    report("Chose the thresholds of", language, start);
    return Thresholds.read(file, fingerprint).orElseThrow();
  }

  private static void report(String what, Locale language, long start) {
    System.err.printf(
        Locale.ROOT,
        "%s %s in %.1f s.%n",
        what,
        language.toLanguageTag(),
        (System.nanoTime() - start) / 1e9);
  }
}
