package org.waymark.bot.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.intents.catalog.CatalogCheck;
import org.waymark.intents.catalog.CatalogFiles;
import org.waymark.intents.catalog.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is wrong with a catalog. */
@Command(
    name = "check",
    description =
        "Checks the catalog in a folder, or the one that ships with Waymark. Exit code 1 on"
            + " problems.")
final class CheckCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", description = "The catalog's folder.")
  private @Nullable Path folder;

  @Option(names = "--overlay", description = "A school's own folder, checked over the catalog.")
  private @Nullable Path overlay;

  private static CatalogFiles files(Path folder, String wanted) {
    if (!Files.isDirectory(folder)) {
      throw new CommandLineTool.BadInputException(
          "The folder " + folder + " does not exist; name " + wanted + ".");
    }
    return CatalogFiles.in(folder);
  }

  @Override
  public Integer call() {
    CatalogFiles files =
        folder == null
            ? CatalogFiles.shipped()
            : files(folder, "the folder that holds topics/ and the languages");
    if (overlay != null) {
      files = files.overlaidBy(files(overlay, "the folder that holds school.yaml"));
    }
    List<Problem> problems = CatalogCheck.check(files, LocalDate.now(ZoneOffset.UTC));
    String language = "";
    for (Problem problem : problems) {
      if (!problem.language().equals(language)) {
        language = problem.language();
        System.out.println(language);
      }
      System.out.println("  " + problem);
    }
    long errors = problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
    System.out.println(errors + " problems, " + (problems.size() - errors) + " warnings.");
    return errors == 0 ? 0 : 1;
  }
}
