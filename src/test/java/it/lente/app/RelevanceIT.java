package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks the judged questions of the sample collection through the API, as bench/README.md tells, and
 * holds the figures that are kept in {@code expected.tsv}. When a change makes them better, write
 * there what this test prints.
 */
class RelevanceIT {

  private static final Path JUDGED = Path.of("src/test/resources/it/lente/relevance");
  private static final String TOLERANCE = ".005";
  private static final int PATIENCE_SECONDS = 120;

  @TempDir Path home;

  @Test
  void what_people_ask_of_the_sample_is_answered_as_well_as_before() throws Exception {
    // Recognised text would make the figures depend on what is installed.
    Files.writeString(
        home.resolve("lente.properties"),
        "records=%s%nattachments=%s%nocr=off%n"
            .formatted(slashed("records"), slashed("attachments")));

    try (ServedCollection served = ServedCollection.of(home)) {
      File said = home.resolve("said.txt").toFile();
      Process bench =
          new ProcessBuilder(bench(served.address()))
              .redirectErrorStream(true)
              .redirectOutput(said)
              .start();

      assertThat(bench.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      String figures = Files.readString(said.toPath(), StandardCharsets.UTF_8);
      System.out.print(figures);
      assertThat(bench.exitValue()).as(figures).isZero();
    }
  }

  private static List<String> bench(String address) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Dstdout.encoding=UTF-8",
        "-cp",
        "target/lente.jar",
        "bench/Relevance.java",
        address,
        JUDGED.resolve("queries.tsv").toString(),
        JUDGED.resolve("qrels.tsv").toString(),
        "--worst",
        "10",
        "--expect",
        JUDGED.resolve("expected.tsv").toString(),
        "--tolerance",
        TOLERANCE);
  }

  /** The folder's path as a file of properties can hold it. */
  private static String slashed(String folder) throws IOException {
    return Path.of(folder).toRealPath().toString().replace('\\', '/');
  }
}
