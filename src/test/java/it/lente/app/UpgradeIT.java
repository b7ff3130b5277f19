package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions with different schemas over one index folder, as an operator exchanges them. */
class UpgradeIT {

  private static final int PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> started = new ArrayList<>();
  private IndexedFolder collection;
  private Path older;

  @BeforeEach
  void givenAProgramOfAnOlderSchema() throws IOException {
    collection = new IndexedFolder(folder);
    older = folder.resolve("older/lente.jar");
    Files.createDirectories(older.getParent());
    Files.createSymbolicLink(older.resolveSibling("lib"), IndexedFolder.JAR.resolveSibling("lib"));
    Files.copy(IndexedFolder.JAR, older);
    try (FileSystem jar = FileSystems.newFileSystem(older)) {
      Path schema = jar.getPath("it/lente/engine/lucene/Schema.class");
      String bytes = Files.readString(schema, StandardCharsets.ISO_8859_1);
      String other = bytes.replaceFirst("lente-[0-9]{2}-", "lente-07-");
      assertThat(other).isNotEqualTo(bytes);
      Files.writeString(schema, other, StandardCharsets.ISO_8859_1);
    }
  }

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(process -> {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    });
  }

  @Test
  void no_request_is_refused_while_a_version_with_another_schema_takes_the_place_of_this()
      throws Exception {
    Process before = serve(older);
    AtomicReference<String> address = new AtomicReference<>(IndexedFolder.addressOf(before));
    await(() -> totalAt(address.get(), "zappe") == IndexedFolder.PROCESSES);
    AtomicInteger asked = new AtomicInteger();
    List<String> wrong = new ArrayList<>();
    Thread reader = Thread.ofPlatform().unstarted(() -> askAgainAndAgain(address, asked, wrong));
    reader.start();

    assertThat(collection.run("index", "--wait").code()).isZero();
    Files.writeString(collection.attachments.resolve("orto-3/nota.txt"), "La semina finta.\n");
    await(() -> totalAt(address.get(), "semina") == 1);
    assertThat(get(address.get() + "health").body()).contains("\"ready\":true", "\"stale\":false");
    Process after = serve(IndexedFolder.JAR);
    address.set(IndexedFolder.addressOf(after));
    before.destroy();
    assertThat(before.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    await(() -> totalAt(address.get(), "semina") == 1);

    reader.interrupt();
    reader.join();
    assertThat(wrong).as("of %d questions", asked.get()).isEmpty();
    assertThat(asked).hasPositiveValue();

    after.destroy();
    assertThat(after.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(totalAt(IndexedFolder.addressOf(serve(older)), "semina"))
        .as("after going back")
        .isEqualTo(1);
  }

  @Test
  void a_version_that_finds_no_index_of_its_schema_says_so_until_its_first_run_ends()
      throws Exception {
    assertThat(IndexedFolder.await(start(older, "index")).code()).isZero();

    assertThat(
            get(
                IndexedFolder.addressOf(start(IndexedFolder.JAR, "serve", "--port=0", "--no-index"))
                    + "health"))
        .matches(health -> health.statusCode() == 503)
        .matches(health -> health.body().contains("\"reason\":\"other-version\""));
    String address = IndexedFolder.addressOf(serve(IndexedFolder.JAR));
    await(() -> totalAt(address, "zappe") == IndexedFolder.PROCESSES);
    assertThat(collection.call("check").code()).isZero();
    assertThat(IndexedFolder.await(start(older, "check")).code()).isZero();
  }

  private void askAgainAndAgain(
      AtomicReference<String> address, AtomicInteger asked, List<String> wrong) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        String where = address.get();
        HttpResponse<String> answer = get(where + "api/v1/processes?q=zappe");
        asked.incrementAndGet();
        if (answer.statusCode() != 200
            || !answer.body().contains("\"total\":" + IndexedFolder.PROCESSES)) {
          wrong.add(answer.statusCode() + answer.body());
        }
        Thread.sleep(5);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process serve(Path jar) throws IOException {
    return start(jar, "serve", "--port=0");
  }

  private Process start(Path jar, String... arguments) throws IOException {
    Process process = collection.start(jar, List.of(), arguments);
    started.add(process);
    return process;
  }

  private int totalAt(String address, String word) throws IOException, InterruptedException {
    Matcher total =
        Pattern.compile("\"total\":([0-9]+)")
            .matcher(get(address + "api/v1/processes?q=" + word).body());
    return total.find() ? Integer.parseInt(total.group(1)) : -1;
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.call()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }
}
