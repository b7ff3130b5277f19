package it.lente.source;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.ProcessRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with a scheda that is whole, beside a file of which nothing is known. */
final class FuzzedFolder {

  private static final GivenFolder GIVEN = given();

  private FuzzedFolder() {}

  private static GivenFolder given() {
    try {
      Path folder = Files.createTempDirectory("fuzzed");
      folder.toFile().deleteOnExit();
      return new GivenFolder(folder);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What the bytes say is a record, or is reported; an attachment lies in the folder it says. */
  static void reads(String name, byte[] bytes) throws IOException {
    GIVEN.record("a.txt", "Il bilancio di tutti", "Anno di avvio", "2019");
    GIVEN.bytes(GIVEN.records.resolve(name), bytes);
    List<ProcessRecord> read = new ArrayList<>();
    SourceReport report =
        new RecordFolder(GIVEN.records, GIVEN.attachments, GivenFolder.IN_2025)
            .read((record, stamp) -> read.add(record));
    Files.delete(GIVEN.records.resolve(name));
    assertThat(read.size() + report.problems().size()).isPositive();
    for (ProcessRecord record : read) {
      assertThat(record.id()).matches("[A-Za-z0-9._%-]+").doesNotStartWith(".");
      assertThat(record.title()).isNotBlank();
      assertThat(record.attachments())
          .allMatch(
              each -> Path.of("/folder").resolve(each.file()).normalize().startsWith("/folder/"))
          .allMatch(each -> each.url().stream().allMatch(url -> url.matches("(?is)https?://.*")));
    }
  }
}
