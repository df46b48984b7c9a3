package org.waymark.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every source file is formatted by google-java-format. It runs as a test, on the project's own
 * JDK, because the formatter does not run on the JDK 17 that Maven may use. {@code -Dformat.apply}
 * formats instead of checking.
 */
class FormatTest {

  private static final Path ROOT = Path.of("..");

  @Test
  void everySourceFileIsFormatted() throws IOException, FormatterException {
    boolean apply = System.getProperty("format.apply") != null;
    List<String> wrong = new ArrayList<>();
    for (String module : List.of("localization", "intents", "bot")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          String source = Files.readString(file);
          String formatted = new Formatter().formatSourceAndFixImports(source);
          if (!formatted.equals(source)) {
            if (apply) {
              Files.writeString(file, formatted);
            } else {
              wrong.add(file.toString());
            }
          }
        }
      }
    }
    assertThat(wrong)
        .as("Not formatted; run: mvn -q test -pl bot -am -Dtest=FormatTest -Dformat.apply")
        .isEmpty();
  }
}
