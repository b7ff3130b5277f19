package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.SearchEngine;
import it.lente.search.Question;
import it.lente.search.RequestParameters;
import it.lente.search.Search;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A collection of twelve processes in a folder, indexed by real processes. */
final class IndexedFolder {

  static final int PROCESSES = 12;

  static final Path JAR = Path.of("target/lente.jar").toAbsolutePath();
  private static final int PATIENCE_SECONDS = 120;
  private static final Pattern URL = Pattern.compile("http://\\S+");

  /** The option for the heap of what is started. */
  String heap = "-Xmx256m";

  final Path home;
  final Path records;
  final Path attachments;
  final Path index;

  IndexedFolder(Path home) throws IOException {
    this.home = home;
    this.records = home.resolve("records");
    this.attachments = home.resolve("attachments");
    this.index = home.resolve("index");
    Files.createDirectories(records);
    for (int i = 0; i < PROCESSES; i++) {
      Path folder = Files.createDirectories(attachments.resolve("orto-" + i));
      Files.writeString(records.resolve("orto-" + i + ".txt"), "Orto finto " + i + "\nProcesso\n");
      Files.writeString(folder.resolve("relazione.txt"), "Le zappe comuni " + i + ".\n");
      Files.writeString(folder.resolve("verbale.txt"), "Vanghe e rastrelli " + i + ".\n");
    }
  }

  /** Returns the file that names the generation that answers, of the only schema. */
  static Path currentOf(Path index) throws IOException {
    try (Stream<Path> files = Files.walk(index, 2)) {
      return files.filter(file -> file.endsWith("CURRENT")).findFirst().orElseThrow();
    }
  }

  /** What a process said and how it ended. */
  record Ended(int code, String said) {}

  Ended run(String... arguments) throws IOException, InterruptedException {
    return await(start(arguments));
  }

  Process start(String... arguments) throws IOException {
    return start(List.of(), arguments);
  }

  /**
   * Starts a command over this collection.
   *
   * @param prefix the program that starts it, none for this one
   */
  Process start(List<String> prefix, String... arguments) throws IOException {
    return start(JAR, prefix, arguments);
  }

  /** Starts a command of the program in a jar. */
  Process start(Path jar, List<String> prefix, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of(heap, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Dlente.home=" + home, "-jar", jar.toString()));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Waits until a server says its address; the rest of its output stays unread. */
  static String addressOf(Process server) throws IOException {
    BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher url = URL.matcher(line);
      if (url.find()) {
        return url.group();
      }
    }
    throw new IllegalStateException("the server ended before it gave its address");
  }

  static Ended await(Process process) throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(said).isTrue();
    return new Ended(process.exitValue(), said);
  }

  /** Within this process. */
  Ended call(String... arguments) {
    StringWriter said = new StringWriter();
    int code =
        Main.commandLine(new Environment(Map.of(), home, false, false))
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute(arguments);
    return new Ended(code, said.toString());
  }

  /** How many processes answer. */
  int found(String words) {
    try (SearchEngine engine = new LuceneEngines(index).reader()) {
      return total(new Search(engine), words);
    }
  }

  static int total(Search search, String words) {
    return search
        .ask(Question.strict(new RequestParameters(Map.of("q", List.of(words)))))
        .result()
        .total();
  }

  void thenAllAnswers() {
    assertThat(found("zappe")).as("records with their reports").isEqualTo(PROCESSES);
    assertThat(found("rastrelli")).isEqualTo(PROCESSES);
  }
}
