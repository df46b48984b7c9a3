package org.waymark.intents.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** A catalog has places that cannot be used; {@link #problems()} lists every one of them. */
public final class CatalogInvalidException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  CatalogInvalidException(String catalog, List<Problem> problems) {
    super(
        "The catalog "
            + catalog
            + " has "
            + problems.size()
            + " problem(s):\n"
            + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** The problems, in the order of the files. */
  public List<Problem> problems() {
    return problems;
  }
}
