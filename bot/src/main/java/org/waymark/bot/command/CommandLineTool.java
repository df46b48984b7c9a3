package org.waymark.bot.command;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands beside {@code serve}. Standard output carries results only; sentences go to stderr.
 */
@Command(
    name = "waymark",
    mixinStandardHelpOptions = true,
    version = "Waymark 0.1.0",
    description =
        "Guides immigrant students and their parents to vocational education. Without a command it"
            + " serves.",
    subcommands = {
      UnderstandCommand.class,
      IdentifyCommand.class,
      EvaluateCommand.class,
      CheckCommand.class,
      CoverageCommand.class
    })
public final class CommandLineTool implements Runnable {

  private static final int BAD_INPUT = 2;
  private static final Set<String> COMMANDS =
      Set.of(
          "understand",
          "identify",
          "evaluate",
          "check",
          "coverage",
          "chat",
          "help",
          "-h",
          "--help",
          "-V",
          "--version");

  private CommandLineTool() {}

  /** Whether the arguments name a command of this class; everything else is for the server. */
  public static boolean handles(String[] arguments) {
    return arguments.length > 0
        && (COMMANDS.contains(arguments[0])
            || (!arguments[0].startsWith("-") && !arguments[0].equals("serve")));
  }

  /**
   * Runs a command.
   *
   * @param application the application that {@code chat} starts
   * @return the exit code: 0 if all went well, 1 if problems were found, 2 on bad input
   */
  public static int run(String[] arguments, Class<?> application) {
    // Whatever the system's locale: commands speak UTF-8.
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    return new CommandLine(new CommandLineTool())
        .addSubcommand(new ChatCommand(application))
        .setParameterExceptionHandler(
            (e, _) -> {
              System.err.println(e.getMessage() + " Run 'waymark --help' for the commands.");
              return BAD_INPUT;
            })
        .setExecutionExceptionHandler(
            (e, _, _) -> {
              System.err.println(
                  e instanceof BadInputException || e instanceof IllegalArgumentException
                      ? e.getMessage()
                      : "This failed: " + e.getClass().getSimpleName() + ": " + e.getMessage());
              return BAD_INPUT;
            })
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new BadInputException("A command is missing; run 'waymark --help' for the commands.");
  }

  /** Input that cannot be used; the message says what, where and what to do. */
  static final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInputException(String sentence) {
      super(sentence);
    }
  }

  /** Something to do for each line. */
  interface LineAction {
    void accept(String line) throws IOException;
  }

  /** Reads standard input line by line. */
  static void forEachLine(LineAction action) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int number = 0;
    try (var reader = new BufferedReader(new InputStreamReader(System.in, decoder))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        action.accept(line);
      }
    } catch (CharacterCodingException e) {
      throw new BadInputException(
          "Standard input is not UTF-8 after line "
              + number
              + "; convert it, for example with iconv.");
    }
  }

  /** The offered language of a tag. */
  static Locale language(String tag, List<Locale> offered) {
    for (Locale language : offered) {
      if (language.toLanguageTag().equals(tag)) {
        return language;
      }
    }
    throw new BadInputException(
        "The language '"
            + tag
            + "' is not served; use one of "
            + String.join(", ", offered.stream().map(Locale::toLanguageTag).toList())
            + ".");
  }
}
