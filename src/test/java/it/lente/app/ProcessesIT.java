package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher and the processes that it starts, as people start them. */
class ProcessesIT {

  private static final Path LAUNCHER = Path.of("lente").toAbsolutePath();
  private static final int PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void givenACollection() throws IOException {
    Files.createDirectories(folder.resolve("attachments/orti"));
    Files.createDirectory(folder.resolve("records"));
    Files.writeString(folder.resolve("records/orti.txt"), "Gli orti di Borgo Finto\nProcesso\n");
    Files.writeString(folder.resolve("attachments/orti/relazione.txt"), "Le zappe comuni.\n");
  }

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(process -> {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    });
  }

  @Test
  void a_served_collection_is_indexed_and_followed() throws Exception {
    String address = IndexedFolder.addressOf(serve());
    awaitFound(address, "zappe", 1);

    Files.writeString(folder.resolve("attachments/orti/verbale.txt"), "Vanghe e rastrelli.\n");
    awaitFound(address, "rastrelli", 1);

    Files.delete(folder.resolve("attachments/orti/relazione.txt"));
    awaitFound(address, "zappe", 0);
  }

  /**
   * Tests run on a class path of their own: only here does a library that was not packaged show.
   */
  @Test
  void what_is_packaged_reads_html_without_its_tags() throws Exception {
    Files.writeString(
        folder.resolve("attachments/orti/pagina.html"),
        "<!doctype html><html><body><p>L'irrigazione a goccia</p></body></html>");
    String address = IndexedFolder.addressOf(serve());

    awaitFound(address, "irrigazione", 1);
    awaitFound(address, "doctype", 0);
  }

  @Test
  void addresses_in_the_terminal_lead_to_the_pages_with_their_marks() throws Exception {
    String address = IndexedFolder.addressOf(serve());
    awaitFound(address, "zappe", 1);

    String index = folder.resolve("index").toString();
    Process search =
        start(
            folder, LAUNCHER.toString(), "search", "zappe", "--index", index, "--address", address);

    List<String> addresses = addressesIn(search);
    assertThat(addresses).hasSize(2).allMatch(each -> each.startsWith(address + "processes/orti"));
    assertThat(get(addresses.getFirst()).body()).contains("Gli orti di Borgo Finto", "zappe");
    assertThat(get(addresses.getLast()).body()).contains("<mark id=\"hit-1\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void the_browser_is_opened_on_the_question(int exitCode) throws Exception {
    String address = IndexedFolder.addressOf(serve());
    awaitFound(address, "zappe", 1);
    Path opened = folder.resolve("opened.txt");
    Path opener = Files.createDirectory(folder.resolve("bin")).resolve("xdg-open");
    Files.writeString(opener, "#!/bin/sh\necho \"$@\" >%s\nexit %d\n".formatted(opened, exitCode));
    assumeTrue(
        System.getProperty("os.name").equals("Linux") && opener.toFile().setExecutable(true));
    ProcessBuilder command =
        new ProcessBuilder(LAUNCHER.toString(), "open", "le zappe", "--address", address)
            .directory(folder.toFile())
            .redirectError(folder.resolve("errors.txt").toFile());
    command.environment().put("DISPLAY", ":9");
    command.environment().merge("PATH", opener.getParent() + ":", (path, bin) -> bin + path);
    Process open = command.start();
    started.add(open);

    List<String> addresses = addressesIn(open);
    assertThat(addresses).containsExactly(address + "?q=le%20zappe");
    assertThat(open.waitFor()).isZero();
    assertThat(opened).content().isEqualTo(addresses.getFirst() + "\n");
    assertThat(folder.resolve("errors.txt"))
        .content()
        .contains(exitCode == 0 ? "" : "no browser")
        .hasLineCount(exitCode == 0 ? 0 : 1);
    assertThat(get(addresses.getFirst()).body()).contains("Gli orti di Borgo Finto");
  }

  private static List<String> addressesIn(Process command) throws IOException {
    String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Pattern.compile("http://\\S+").matcher(said).results().map(MatchResult::group).toList();
  }

  @Test
  void sigterm_ends_the_server_and_what_indexes() throws Exception {
    Process server = serve();
    awaitFound(IndexedFolder.addressOf(server), "zappe", 1);
    List<ProcessHandle> indexing = server.descendants().toList();

    server.destroy();

    assertThat(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isEqualTo(143);
    assertThat(indexing).isNotEmpty();
    for (ProcessHandle child : indexing) {
      child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void what_indexes_ends_even_if_the_server_is_killed() throws Exception {
    Process server = serve();
    awaitFound(IndexedFolder.addressOf(server), "zappe", 1);
    List<ProcessHandle> indexing = server.descendants().toList();

    server.destroyForcibly();

    assertThat(indexing).isNotEmpty();
    for (ProcessHandle child : indexing) {
      child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_killed_process_that_indexes_is_started_again_and_health_says_so() throws Exception {
    Process server = serve();
    String address = IndexedFolder.addressOf(server);
    awaitFound(address, "zappe", 1);
    assertThat(get(address + "health").body())
        .contains("\"ready\":true,\"generation\":1,\"processes\":1,\"attachments\":1")
        .contains("\"commitAge\":", "\"lastRun\":{\"result\":\"ok\"", "\"new\":1", "\"freeDisk\":")
        .contains("\"watching\":true,\"stale\":false")
        .doesNotContain(folder.toString());

    server.children().forEach(ProcessHandle::destroyForcibly);
    await(() -> get(address + "health").body().contains("\"watching\":false,\"stale\":true"));

    Files.writeString(folder.resolve("attachments/orti/verbale.txt"), "Vanghe e rastrelli.\n");
    awaitFound(address, "rastrelli", 1);
    assertThat(get(address + "health").body()).contains("\"watching\":true,\"stale\":false");
    assertThat(folder.resolve("errors.txt"))
        .content()
        .contains("Indexing ended with exit code 137", "it starts again in 1 s");
  }

  @Test
  void fifty_requests_in_flight_are_answered_whole_before_the_server_ends() throws Exception {
    byte[] map = new byte[8_000_000];
    new Random(7).nextBytes(map);
    Files.write(folder.resolve("attachments/orti/mappa.bin"), map);
    Process server = serve();
    String address = IndexedFolder.addressOf(server);
    awaitFound(address, "zappe", 1);
    try (RawConnection health = new RawConnection(address)) {
      List<RawConnection> readers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        readers.add(new RawConnection(address));
        readers.getLast().ask("/attachments/orti/mappa.bin");
        assertThat(readers.getLast().head()).startsWith("HTTP/1.1 200");
      }

      server.destroy();

      await(() -> {
        health.ask("/health");
        String head = health.head();
        return new String(health.body(head), StandardCharsets.UTF_8).contains("\"stopping\"")
            && head.startsWith("HTTP/1.1 503")
            && head.contains("Connection: close");
      });
      await(() -> isRefused(address));
      for (RawConnection reader : readers) {
        assertThat(reader.body(map.length)).isEqualTo(map);
        reader.close();
      }
    }
    assertThat(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isEqualTo(143);
  }

  private static boolean isRefused(String address) throws IOException {
    try (RawConnection late = new RawConnection(address)) {
      return late.head().isEmpty();
    } catch (ConnectException refused) {
      return true;
    }
  }

  @Test
  void the_launcher_works_through_a_link_and_from_another_folder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("lens"), LAUNCHER);

    Process version = start(folder, link.toString(), "--version");

    assertThat(new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .matches("lente [0-9]+\\.[0-9]+.*\\R");
    assertThat(version.waitFor()).isZero();
    Files.delete(link);
  }

  @Test
  void help_wakes_neither_the_engine_nor_the_readers_of_files() throws Exception {
    Process help =
        start(
            folder,
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xlog:class+load",
            "-jar",
            LAUNCHER.resolveSibling("target/lente.jar").toString(),
            "help");

    assertThat(new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("it.lente.app.Main", "Exit codes")
        .doesNotContain("org.apache.lucene", "org.apache.tika", "io.javalin", "org.eclipse.jetty");
  }

  @Test
  void what_indexes_opens_no_file_itself() throws Exception {
    Files.writeString(
        folder.resolve("attachments/orti/pagina.html"), "<p>L'irrigazione a goccia</p>");
    Process indexing = start(folder, indexing("-Xlog:class+load"));

    assertThat(new String(indexing.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("it.lente.extract.workers.WorkerTextExtractor", "2 indexed")
        .doesNotContain("org.apache.tika", "org.apache.pdfbox", "it.lente.extract.reading");
  }

  @Test
  void a_run_that_is_stopped_leaves_its_texts_to_the_next() throws Exception {
    for (int i = 0; i < 400; i++) {
      Files.writeString(folder.resolve("attachments/orti/" + i + ".txt"), "Zappa " + i + "\n");
    }
    Process stopped = start(folder, indexing("-Xmx256m"));
    Path texts = folder.resolve("index/texts");
    while (stopped.isAlive() && countOf(texts) < 5) {
      Thread.sleep(5);
    }
    List<ProcessHandle> workers = stopped.descendants().toList();

    stopped.destroy();

    assertThat(stopped.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(stopped.exitValue()).isEqualTo(143);
    for (ProcessHandle worker : workers) {
      worker.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    long kept = countOf(texts);
    Process next = start(folder, indexing("-Xmx256m"));
    assertThat(new String(next.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("401 indexed", 401 - kept + " files read, " + kept + " texts from the store");
    assertThat(folder.resolve("index/reading")).isEmptyDirectory();
  }

  private static long countOf(Path texts) throws IOException {
    if (!Files.isDirectory(texts)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(texts)) {
      return files.filter(file -> file.toString().endsWith(".text")).count();
    } catch (UncheckedIOException movedMeanwhile) {
      return 0;
    }
  }

  private String[] indexing(String flag) {
    return new String[] {
      ProcessHandle.current().info().command().orElseThrow(),
      flag,
      "-jar",
      LAUNCHER.resolveSibling("target/lente.jar").toString(),
      "index",
      "--records",
      folder.resolve("records").toString(),
      "--index",
      folder.resolve("index").toString()
    };
  }

  private Process serve() throws IOException {
    return start(
        folder,
        LAUNCHER.toString(),
        "serve",
        "--port",
        "0",
        "--records",
        folder.resolve("records").toString(),
        "--index",
        folder.resolve("index").toString());
  }

  private Process start(Path where, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    started.add(process);
    return process;
  }

  private HttpResponse<String> get(String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.call()) {
      assertThat(System.nanoTime()).isLessThan(patience);
      Thread.sleep(10);
    }
  }

  private void awaitFound(String address, String word, int total) throws Exception {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(address + "api/v1/processes?q=" + word)).build();
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String answer = "";
    while (System.nanoTime() < patience) {
      HttpResponse<String> response = client.send(question, HttpResponse.BodyHandlers.ofString());
      answer = response.body();
      if (response.statusCode() == 200 && answer.contains("\"total\":" + total)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("“%s” was not found %d times: %s".formatted(word, total, answer));
  }
}
