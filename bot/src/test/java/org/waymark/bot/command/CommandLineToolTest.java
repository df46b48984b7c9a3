package org.waymark.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.bot.Waymark;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commands as another program calls them: a process of their own, its streams and exit code.
 */
class CommandLineToolTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;

  private record Result(int exitCode, String out, String err) {
    List<JsonNode> objects() {
      return out.lines().map(JSON::readTree).toList();
    }
  }

  private Result run(String input, String... arguments) {
    return run(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  private Result run(byte[] input, String... arguments) {
    try {
      Path in = Files.write(folder.resolve("in"), input);
      Path out = folder.resolve("out");
      Path err = folder.resolve("err");
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  Waymark.class.getName()));
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      return new Result(process.waitFor(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void understandsLines() {
    Result result =
        run(
            """
            no tengo papeles puedo estudiar para electricista?
            I want to kill myself
            Guten Morgen, ich möchte gern Schweißer werden und suche eine Schule in der Nähe.

            """,
            "understand");
    assertThat(result.exitCode()).isZero();
    List<JsonNode> objects = result.objects();
    assertThat(objects).hasSize(4);
    assertThat(objects.getFirst().get("language").asString()).isEqualTo("es");
    assertThat(objects.getFirst().get("certainty").asString()).isEqualTo("certain");
    assertThat(objects.getFirst().get("outcome").asString()).isEqualTo("answer");
    assertThat(objects.getFirst().get("intent").asString()).isEqualTo("status-and-access");
    assertThat(objects.getFirst().get("ranking")).hasSize(3);
    assertThat(objects.get(1).get("outcome").asString()).isEqualTo("emergency");
    assertThat(objects.get(2).get("outcome").asString()).isEqualTo("unsupported-language");
    assertThat(objects.get(3).get("outcome").asString()).isEqualTo("not-understood");
  }

  @Test
  void takesTheStoredLanguage() {
    Result result = run("becas\n", "understand", "--language", "es");
    assertThat(result.objects().getFirst().get("language").asString()).isEqualTo("es");
  }

  @Test
  void identifiesLines() {
    Result result =
        run(
            "hola buenos dias como esta usted\nمرحبا كيف الحال\n12345\n",
            "identify",
            "--hint",
            "en");
    assertThat(result.objects().stream().map(o -> o.get("language").asString()))
        .containsExactly("es", "ar", "und");
    assertThat(result.objects().get(2).get("certainty").asString()).isEqualTo("undetermined");
  }

  @Test
  void evaluatesFiles() throws IOException {
    Path train = folder.resolve("train.tsv");
    Files.writeString(
        train,
        Stream.of("a\tred apple", "a\tgreen apple pie", "b\tfast blue car", "b\tslow car wheel")
            .reduce("", (all, line) -> all + line + "\n"));
    Result result =
        run(
            "",
            "evaluate",
            "--train",
            train.toString(),
            "--test",
            train.toString(),
            "--oos",
            train.toString());
    assertThat(result.exitCode()).isZero();
    JsonNode figures = result.objects().getFirst();
    assertThat(figures.get("accuracy").asDouble()).isEqualTo(1);
    assertThat(figures.get("macroF1").asDouble()).isEqualTo(1);
    assertThat(figures.get("oosAuroc").asDouble()).isEqualTo(0.5);
    assertThat(figures.has("oosRecallAt5PercentRejection")).isTrue();
    assertThat(figures.get("modelBytes").asLong()).isPositive();
  }

  @Test
  void checksTheShippedCatalog() {
    Result result = run("", "check");
    assertThat(result.out()).contains("0 problems");
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void checksABrokenCatalog() throws IOException {
    Path topics = Files.createDirectories(folder.resolve("catalog/topics"));
    Files.writeString(topics.resolve("money.yaml"), "topic: money\nintents: [\n");
    Result result = run("", "check", folder.resolve("catalog").toString());
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("topics/money.yaml:3: This is not valid YAML");
  }

  @Test
  void talksInTheTerminal() {
    Result result = run("hello\ndelete my data\n", "chat", "--language", "en");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("Waymark", "[1]");
  }

  @Test
  void answersBadInputInOneSentence() throws IOException {
    refused(run("", "understnad"), "understnad");
    refused(run("", "understand", "--language", "tlh"), "The language 'tlh' is not served");
    refused(run("", "understand", "--langauge", "es"), "--langauge");
    refused(run("", "evaluate"), "--train");
    refused(
        run("", "evaluate", "--train", "/nowhere", "--test", "/nowhere"),
        "/nowhere does not exist");
    refused(run("", "check", "/nowhere"), "/nowhere does not exist");
    refused(run(new byte[] {'a', (byte) 0xff, '\n'}, "identify"), "not UTF-8");
    Path broken = Files.writeString(folder.resolve("broken.tsv"), "no tab here\n");
    refused(
        run("", "evaluate", "--train", broken.toString(), "--test", broken.toString()),
        ":1: expected label<TAB>text");
  }

  private static void refused(Result result, String part) {
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(part).doesNotContain("\tat ");
  }
}
