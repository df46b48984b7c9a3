package org.waymark.localization;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Prints how long loading and identifying take and how much heap stays in use. */
final class SpeedReport {

  private static final int ROUNDS = 200;

  private SpeedReport() {}

  static void main() throws IOException {
    var before = usedHeap();
    var start = System.nanoTime();
    var identifier = LanguageIdentifier.standard();
    identifier.identify("hola");
    var loaded = System.nanoTime();
    String[] texts;
    try (var stream = SpeedReport.class.getResourceAsStream("messages.tsv")) {
      texts =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.substring(line.indexOf('\t') + 1))
              .toArray(String[]::new);
    }
    var identified = 0;
    var begin = loaded;
    for (var round = 0; round < 2 * ROUNDS; round++) {
      if (round == ROUNDS) {
        begin = System.nanoTime();
      }
      for (var text : texts) {
        identified += identifier.identify(text) instanceof IdentifiedLanguage.Certain ? 1 : 0;
      }
    }
    var end = System.nanoTime();
    System.out.printf(
        "load %d ms, %.1f µs a message, %d MB of heap, %d certain%n",
        (loaded - start) / 1_000_000,
        (end - begin) / 1000.0 / ROUNDS / texts.length,
        (usedHeap() - before) >> 20,
        identified / 2 / ROUNDS);
  }

  private static long usedHeap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
