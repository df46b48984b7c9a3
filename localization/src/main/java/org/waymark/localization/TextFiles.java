package org.waymark.localization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The place the module's UTF-8 text files are read from. */
sealed interface TextFiles {

  /** The files in this module's jar. */
  static TextFiles ofModule() {
    return new OnClassPath(TextFiles.class.getClassLoader(), "org/waymark/localization/");
  }

  /**
   * The content of a file, or empty if there is none of this name.
   *
   * @throws UncheckedIOException if the file exists and cannot be read
   */
  Optional<String> read(String name);

  /** Files on a class path, below a package folder that ends in a slash. */
  record OnClassPath(ClassLoader loader, String folder) implements TextFiles {
    @Override
    public Optional<String> read(String name) {
      try (var stream = loader.getResourceAsStream(folder + name)) {
        return stream == null
            ? Optional.empty()
            : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Files in a directory. */
  record InDirectory(Path root) implements TextFiles {
    @Override
    public Optional<String> read(String name) {
      var file = root.resolve(name);
      try {
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
