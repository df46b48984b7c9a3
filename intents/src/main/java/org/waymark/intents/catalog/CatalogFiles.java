package org.waymark.intents.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The text files of a catalog, by their path relative to the catalog's folder ({@code
 * topics/money.yaml}, {@code es/answers/money.yaml}). Immutable once made; safe for use by several
 * threads.
 */
public final class CatalogFiles {

  /** The name of the list of files that the build writes beside the catalog's files. */
  public static final String INDEX = "index.txt";

  /** Where the files of a school's overlay stand among those of the catalog. */
  static final String OVERLAY = "overlay/";

  private final String name;
  private final Map<String, Reader> readers;

  private CatalogFiles(String name, Map<String, Reader> readers) {
    this.name = name;
    this.readers = readers;
  }

  /**
   * The files below a folder.
   *
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static CatalogFiles in(Path folder) {
    Map<String, Reader> readers = new TreeMap<>();
    try (var paths = Files.walk(folder)) {
      paths
          .filter(path -> path.toString().endsWith(".yaml"))
          .forEach(
              path ->
                  readers.put(
                      folder.relativize(path).toString().replace('\\', '/'),
                      () -> Files.readAllBytes(path)));
    } catch (IOException e) {
      throw new UncheckedIOException("The catalog folder " + folder + " cannot be read.", e);
    }
    return new CatalogFiles(folder.toString(), readers);
  }

  /**
   * The files of the catalog that ships with this module, found on the class path.
   *
   * @throws IllegalStateException if the build did not write the list of files
   */
  public static CatalogFiles shipped() {
    Map<String, Reader> readers = new TreeMap<>();
    for (String file :
        new String(resource("catalog/" + INDEX), StandardCharsets.UTF_8).split("\n")) {
      if (!file.isBlank()) {
        readers.put(file, () -> resource("catalog/" + file));
      }
    }
    return new CatalogFiles("catalog", readers);
  }

  /**
   * These files with those of a school's overlay, which stand below {@link #OVERLAY} and add to or
   * replace what is here, entry by entry.
   */
  public CatalogFiles overlaidBy(CatalogFiles overlay) {
    Map<String, Reader> merged = new TreeMap<>(readers);
    overlay.readers.forEach((path, reader) -> merged.put(OVERLAY + path, reader));
    return new CatalogFiles(name + " with " + overlay.name, merged);
  }

  /** Where the files come from, for messages. */
  public String name() {
    return name;
  }

  /** The paths of all files, sorted. */
  public List<String> paths() {
    return List.copyOf(readers.keySet());
  }

  /** The paths of the files in a folder ({@code "es/answers/"}), sorted. */
  List<String> pathsIn(String folder) {
    List<String> found = new ArrayList<>();
    for (String path : readers.keySet()) {
      if (path.startsWith(folder)) {
        found.add(path);
      }
    }
    return found;
  }

  /** The paths of the files in a folder of the catalog, then those in the overlay's. */
  List<String> pathsInLayers(String folder) {
    List<String> found = new ArrayList<>(pathsIn(folder));
    found.addAll(pathsIn(OVERLAY + folder));
    return found;
  }

  /** The path of a file of the catalog and of the overlay's, those that exist. */
  List<String> layersOf(String path) {
    return Stream.of(path, OVERLAY + path).filter(this::has).toList();
  }

  /** A text that changes when a file is added, removed or changed. */
  public String fingerprint() {
    CRC32C sum = new CRC32C();
    for (String path : paths()) {
      sum.update(path.getBytes(StandardCharsets.UTF_8));
      sum.update(bytes(path));
    }
    return paths().size() + "-" + Long.toHexString(sum.getValue());
  }

  /** Whether there is such a file. */
  boolean has(String path) {
    return readers.containsKey(path);
  }

  /** The bytes of a file that {@link #paths()} lists. */
  public byte[] bytes(String path) {
    Reader reader = readers.get(path);
    if (reader == null) {
      throw new IllegalArgumentException("The catalog has no file " + path + ".");
    }
    try {
      return reader.read();
    } catch (IOException e) {
      throw new UncheckedIOException("The catalog file " + path + " cannot be read.", e);
    }
  }

  private static byte[] resource(String path) {
    try (InputStream in = CatalogFiles.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "The file "
                + path
                + " is missing from the class path; build the intents module first.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + path + " cannot be read.", e);
    }
  }

  private interface Reader {
    byte[] read() throws IOException;
  }
}
