package org.waymark.localization;

import java.util.List;

/** Thrown when the module's text files cannot be used; its message lists every problem found. */
public final class LocalizationInvalidException extends RuntimeException {

  private final transient List<String> problems;

  LocalizationInvalidException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence for each problem, each starting with {@code file:line}. */
  public List<String> problems() {
    return problems;
  }
}
