package it.lente;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Does what README and the documents say, as a reader would, on the sample collection: what it
 * shows after a line that begins with «$ » must be the true answer. White space does not count, and
 * «…» matches anything.
 */
class ReadmeIT {

  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final String DOCUMENTS =
      Stream.of(
              "README.md",
              "docs/SEARCH.md",
              "docs/OPTIONS.md",
              "docs/API.md",
              "docs/ARCHITECTURE.md")
          .map(name -> read(HOME.resolve(name)))
          .collect(Collectors.joining("\n"));

  /**
   * The command that does not end by itself: its output is that of the server that all others ask.
   */
  private static final String SERVE = "./lente serve";

  private static final String ADDRESS = "http://localhost:7070";
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```console\n(.*?)^```");
  private static final Pattern COMMAND = Pattern.compile("(?ms)^\\$ (.*?)\n(.*?)(?=^\\$ |\\z)");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
  private static final int PATIENCE_SECONDS = 120;

  @TempDir static Path folder;

  private static Process server;
  private static String address;
  private static boolean hasCurl;

  @BeforeAll
  static void givenTheSampleIsServed() throws Exception {
    // One after the other, for the first may have to build.
    run("./lente --version");
    hasCurl = run("curl --version").contains("libcurl");
    server =
        process(SERVE + " --port 0")
            .redirectOutput(served().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isReady()) {
      assertThat(System.nanoTime()).as(read(served())).isLessThan(patience);
      Thread.sleep(100);
    }
  }

  /** Whether all is indexed and the server has seen it, which comes a moment later. */
  private static boolean isReady() throws IOException, InterruptedException {
    String said = read(served());
    if (!said.contains("Records: ")) {
      return false;
    }
    address = all("http://localhost:[0-9]+", said).findFirst().orElseThrow().group();
    return status(ADDRESS + "/health") == 200;
  }

  @AfterAll
  static void endTheServer() throws InterruptedException {
    server.destroy();
    server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @TestFactory
  Stream<DynamicTest> what_the_documents_show_is_the_true_answer() {
    return all(BLOCK, DOCUMENTS)
        .flatMap(block -> all(COMMAND, block.group(1)))
        .map(shown ->
            DynamicTest.dynamicTest(
                shown.group(1), () -> requireTrue(shown.group(1), shown.group(2))));
  }

  @TestFactory
  Stream<DynamicTest> every_address_in_the_documents_answers() {
    return all(LINK, DOCUMENTS)
        .map(link -> link.group(1))
        .filter(link -> link.startsWith(ADDRESS))
        .map(link -> DynamicTest.dynamicTest(link, () -> assertThat(status(link)).isEqualTo(200)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "index", "search", "open", "check", "import"})
  void every_option_is_in_the_documents(String command) throws Exception {
    List<String> options =
        all(OPTION, run("./lente help " + command)).map(MatchResult::group).distinct().toList();

    assertThat(options)
        .isNotEmpty()
        .allSatisfy(option -> assertThat(DOCUMENTS).contains("`" + option));
  }

  @TestFactory
  Stream<DynamicTest> every_file_that_is_linked_is_there() throws IOException {
    try (Stream<Path> docs = Files.walk(HOME.resolve("docs"))) {
      return Stream.concat(
          Stream.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
              .map(HOME::resolve),
          docs)
          .filter(file -> file.toString().endsWith(".md"))
          .flatMap(file ->
              all(LINK, read(file))
                  .filter(link -> !link.group(1).contains("://"))
                  .map(link -> link(file, link.group(1))))
          .toList()
          .stream();
    }
  }

  private static DynamicTest link(Path page, String target) {
    Path linked = page.resolveSibling(target.replaceFirst("#.*", ""));
    return DynamicTest.dynamicTest(
        HOME.relativize(page) + " → " + target, () -> assertThat(linked).exists());
  }

  private static void requireTrue(String command, String shown) throws Exception {
    assumeTrue(!command.startsWith("curl ") || hasCurl, "there is no curl on this machine");
    String answer = command.equals(SERVE) ? read(served()) : run(command.replace(ADDRESS, address));
    String told = answer.replace(address, ADDRESS);
    String expected =
        Stream.of(squeezed(shown).split("…", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));

    assertThat(Pattern.compile(expected, Pattern.DOTALL).matcher(squeezed(told)).matches())
        .as("the documents show%n%s%nbut the answer is%n%s", shown, told)
        .isTrue();
  }

  private static int status(String link) throws IOException, InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(link.replace(ADDRESS, address))).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  /** What a command says on both outputs. */
  private static String run(String command) throws IOException, InterruptedException {
    File said = Files.createTempFile(folder, "said", ".txt").toFile();
    Process running = process(command).redirectErrorStream(true).redirectOutput(said).start();
    assertThat(running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(command).isTrue();
    return read(said.toPath());
  }

  /** As a reader types it who has set nothing, but with an index of our own. */
  private static ProcessBuilder process(String command) {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", "exec " + command).directory(HOME.toFile());
    shell
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("LENTE_") && !name.equals("LENTE_JAVA"));
    shell.environment().put("LENTE_INDEX", folder.resolve("index").toString());
    // A scanned page that is done in the middle of a call would make its answer a matter of luck.
    shell.environment().put("LENTE_OCR", "off");
    return shell;
  }

  private static Path served() {
    return folder.resolve("served.txt");
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static Stream<MatchResult> all(String pattern, String text) {
    return all(Pattern.compile(pattern), text);
  }

  private static Stream<MatchResult> all(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
