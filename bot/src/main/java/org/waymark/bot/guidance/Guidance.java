package org.waymark.bot.guidance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.waymark.intents.catalog.CatalogCheck;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.IntentCatalog;
import org.waymark.intents.catalog.Problem;
import org.waymark.intents.catalog.School;
import org.waymark.intents.classifier.IntentRecognizer;

/**
 * The catalog, the recognizer and the school that hold now. A school's overlay is read again when
 * one of its files changes; while it is broken, what held before goes on, and the log says why.
 * Safe for use by several threads: what is read once stays consistent in itself.
 */
@Component
public class Guidance {

  private static final Logger log = LoggerFactory.getLogger(Guidance.class);

  private final IntentRecognizer shipped;
  private final @Nullable Path overlay;
  private final @Nullable School configured;
  private final Clock clock;
  private final AtomicReference<Edition> current;
  private volatile List<Problem> refused = List.of();
  private String seen = "";

  private record Edition(IntentCatalog catalog, IntentRecognizer recognizer) {}

  Guidance(
      IntentCatalog catalog,
      IntentRecognizer recognizer,
      SchoolProperties school,
      @Value("${waymark.catalog.overlay:}") String overlay,
      Clock clock) {
    this.shipped = recognizer;
    this.overlay = overlay.isBlank() ? null : Path.of(overlay);
    this.configured = school.school().orElse(null);
    this.clock = clock;
    this.current = new AtomicReference<>(new Edition(catalog, recognizer));
    if (this.overlay != null && !Files.isDirectory(this.overlay)) {
      throw new IllegalStateException(
          "waymark.catalog.overlay is '"
              + overlay
              + "', which is no folder; name the folder that holds school.yaml, or remove the"
              + " setting.");
    }
    refresh();
  }

  /** The catalog, with the overlay. */
  public IntentCatalog catalog() {
    return current.get().catalog();
  }

  /** The recognizer that belongs to the catalog. */
  public IntentRecognizer recognizer() {
    return current.get().recognizer();
  }

  /** The school; empty if nobody has described it. */
  public Optional<School> school() {
    return catalog().school().or(() -> Optional.ofNullable(configured));
  }

  /** Why the overlay as it is now is not used; empty if it is, or if there is none. */
  public List<Problem> refused() {
    return refused;
  }

  /** Reads the overlay again if a file in it changed. */
  @Scheduled(fixedDelayString = "PT3S")
  final void refresh() {
    if (overlay == null) {
      return;
    }
    CatalogFiles files;
    String found;
    try {
      files = CatalogFiles.in(overlay);
      found = files.fingerprint();
    } catch (RuntimeException e) {
      // A file vanished while it was read, or cannot be read; it is tried again.
      log.warn("The overlay {} cannot be read now ({}).", overlay, e.getMessage());
      return;
    }
    if (!found.equals(seen)) {
      seen = found;
      read(CatalogFiles.shipped().overlaidBy(files));
    }
  }

  private void read(CatalogFiles files) {
    List<Problem> errors =
        CatalogCheck.check(files, LocalDate.now(clock)).stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .toList();
    refused = errors;
    if (!errors.isEmpty()) {
      log.error(
          "The overlay {} is not used, what held before goes on. {} problems:",
          overlay,
          errors.size());
      errors.forEach(problem -> log.error("{}", problem));
      return;
    }
    IntentCatalog catalog = IntentCatalog.loadAnswers(files);
    Edition edition = new Edition(catalog, shipped.servingAnswersOf(catalog));
    current.set(edition);
    if (!catalog.languagesToTrain().isEmpty()) {
      Thread.ofPlatform().name("overlay-training").start(() -> train(files, edition));
    }
    log.info("The overlay {} is in use.", overlay);
  }

  /**
   * Training takes some seconds a language; until it is done the shipped models answer. What was
   * trained for an edition that no longer holds is dropped.
   */
  private void train(CatalogFiles files, Edition edition) {
    IntentRecognizer trained = shipped.trainedFor(IntentCatalog.load(files));
    IntentCatalog catalog = edition.catalog();
    if (current.compareAndSet(edition, new Edition(catalog, trained))) {
      log.info("What the overlay adds to {} is understood now.", catalog.languagesToTrain());
    }
  }
}
