package org.waymark.intents.classifier;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.CatalogInvalidException;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.classifier.Classification.RankedIntent;
import org.waymark.intents.classifier.ConfidencePolicy.Judged;
import org.waymark.intents.classifier.LanguageModelTrainer.Sample;

/**
 * The build's training step: lists the catalog's files, and trains one model per language, only for
 * languages whose files changed since the last build.
 */
public final class ModelBuilder {

  /**
   * Raised when features, training or the file format change, so that old models are not reused.
   */
  private static final String RECIPE = "4";

  private ModelBuilder() {}

  /**
   * Arguments: the catalog's folder, the folder that keeps models between builds, the folder the
   * models are delivered to.
   */
  public static void main(String[] arguments) throws IOException {
    Path catalogFolder = Path.of(arguments[0]);
    Path kept = Files.createDirectories(Path.of(arguments[1]));
    Path delivered = Files.createDirectories(Path.of(arguments[2]));
    CatalogFiles files = CatalogFiles.in(catalogFolder);
    Files.writeString(
        catalogFolder.resolve(CatalogFiles.INDEX), String.join("\n", files.paths()) + "\n");
    IntentCatalog catalog;
    try {
      catalog = IntentCatalog.load(files);
    } catch (CatalogInvalidException e) {
      System.err.println(e.getMessage());
      System.exit(1);
      return;
    }
    for (Locale language : catalog.languages()) {
      build(catalog, language, files, kept, delivered);
    }
  }

  private static void build(
      IntentCatalog catalog, Locale language, CatalogFiles files, Path kept, Path delivered) {
    String tag = language.toLanguageTag();
    if (catalog.utterances(language).size() < 2) {
      return;
    }
    try {
      Path model = kept.resolve(tag + ".model");
      Path stamp = kept.resolve(tag + ".stamp");
      String wanted = fingerprint(files, tag);
      if (!Files.exists(model) || !Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
        long start = System.nanoTime();
        LanguageModelTrainer.Trained trained = new LanguageModelTrainer().train(catalog, language);
        try (var out =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(model)))) {
          trained.model().write(out);
        }
        Files.writeString(kept.resolve(tag + ".folds.tsv"), folds(trained));
        Files.writeString(stamp, wanted);
        System.err.printf(
            Locale.ROOT,
            "Trained %s on %d lines in %.1f s.%n",
            tag,
            trained.samples().size(),
            (System.nanoTime() - start) / 1e9);
      }
      Files.copy(model, delivered.resolve(tag + ".model"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The model of " + tag + " cannot be written.", e);
    }
  }

  /**
   * Label, kind and the best ranked intents of every line, each by a model that has not seen it.
   */
  private static String folds(LanguageModelTrainer.Trained trained) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < trained.samples().size(); i++) {
      Sample sample = trained.samples().get(i);
      Judged judged = trained.judged().get(i);
      out.append(sample.line().label())
          .append('\t')
          .append(sample.situation() ? "situation" : "written");
      for (RankedIntent ranked : judged.classification().top(4)) {
        out.append(String.format(Locale.ROOT, "\t%s\t%.4f", ranked.intent(), ranked.confidence()));
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String fingerprint(CatalogFiles files, String tag) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(RECIPE.getBytes(StandardCharsets.UTF_8));
      for (String path : files.paths()) {
        if (path.startsWith(tag + "/utterances/") || path.startsWith(tag + "/answers/")) {
          digest.update(path.getBytes(StandardCharsets.UTF_8));
          digest.update(files.bytes(path));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
