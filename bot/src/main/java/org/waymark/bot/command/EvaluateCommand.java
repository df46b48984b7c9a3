package org.waymark.bot.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.intents.classifier.Evaluation;
import org.waymark.intents.classifier.LabeledText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Trains on one file and measures on another. */
@Command(
    name = "evaluate",
    description = "Trains on label<TAB>text lines, measures on others, and writes one JSON object.")
final class EvaluateCommand implements Callable<Integer> {

  @Option(names = "--train", required = true, description = "The lines to train on.")
  private @Nullable Path train;

  @Option(names = "--test", required = true, description = "The lines to measure on.")
  private @Nullable Path test;

  @Option(names = "--oos", description = "Lines that belong to no label, to measure rejection.")
  private @Nullable Path outOfScope;

  @Option(names = "--language", description = "The language of the lines; recorded in the result.")
  private String language = "en";

  @Override
  public Integer call() throws IOException {
    if (train == null || test == null) {
      throw new CommandLineTool.BadInputException("Both --train and --test are needed.");
    }
    List<LabeledText> outside = outOfScope == null ? List.of() : read(outOfScope);
    Evaluation evaluation = Evaluation.run(read(train), read(test), outside);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("language", language);
    result.put("accuracy", evaluation.accuracy());
    result.put("macroF1", evaluation.macroF1());
    result.put("oosAuroc", evaluation.oosAuroc());
    result.put("oosRecallAt5PercentRejection", evaluation.oosRecallAt5PercentRejection());
    result.put("trainSeconds", evaluation.trainSeconds());
    result.put("modelBytes", evaluation.modelBytes());
    result.put("microsPerText", evaluation.microsPerText());
    System.out.println(JsonMapper.builder().build().writeValueAsString(result));
    return 0;
  }

  private static List<LabeledText> read(Path file) throws IOException {
    try {
      List<LabeledText> lines = LabeledText.read(file);
      if (lines.isEmpty()) {
        throw new CommandLineTool.BadInputException("The file " + file + " has no lines.");
      }
      return lines;
    } catch (NoSuchFileException e) {
      throw new CommandLineTool.BadInputException(
          "The file " + file + " does not exist; correct its path.");
    } catch (CharacterCodingException e) {
      throw new CommandLineTool.BadInputException(
          "The file " + file + " is not UTF-8; convert it.");
    }
  }
}
