package org.waymark.intents.catalog;

/**
 * One thing that is wrong with a catalog, in words a person who edits text files understands.
 *
 * @param language the tag of the language whose file it is, or {@code "topics"} for the
 *     language-neutral files
 * @param file the file's path relative to the catalog's folder
 * @param line the line, counted from 1
 * @param severity whether the build fails
 * @param message one sentence: what is wrong and what to do
 */
public record Problem(String language, String file, int line, Severity severity, String message) {

  /** Whether a problem stops the build or is only shown. */
  public enum Severity {
    /** The catalog must not be used like this. */
    ERROR,
    /** A person should look at it, for example at a fact that is due for a review. */
    WARNING
  }

  static Problem error(String file, int line, String message) {
    return new Problem(languageOf(file), file, line, Severity.ERROR, message);
  }

  static Problem warning(String file, int line, String message) {
    return new Problem(languageOf(file), file, line, Severity.WARNING, message);
  }

  private static String languageOf(String file) {
    int slash = file.indexOf('/');
    return slash < 0 ? "topics" : file.substring(0, slash);
  }

  /** The problem as one line, {@code file:line: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + (severity == Severity.WARNING ? "(warning) " : "") + message;
  }
}
