package it.lente.source;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.Said;
import it.lente.record.ProcessRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Folders of records and attachments that a test fills and reads, in the year 2025. */
final class GivenFolder {

  static final Clock IN_2025 = Clock.fixed(Instant.parse("2025-06-01T00:00:00Z"), ZoneOffset.UTC);

  final Path records;
  final Path attachments;
  final Map<String, String> stamps = new HashMap<>();
  boolean sameFiles = true;
  SourceReport report;

  GivenFolder(Path folder) {
    records = directory(folder.resolve("records"));
    attachments = directory(folder.resolve("attachments"));
  }

  GivenFolder record(String file, String... lines) {
    return bytes(records.resolve(file), String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  GivenFolder attachment(String file) {
    return bytes(attachments.resolve(file), new byte[] {1});
  }

  GivenFolder bytes(Path file, byte[] bytes) {
    try {
      directory(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<ProcessRecord> read() {
    List<ProcessRecord> read = new ArrayList<>();
    read((record, stamp) -> {
      read.add(record);
      stamps.put(record.id(), stamp);
    });
    assertThat(report.records()).isEqualTo(read.size());
    return read;
  }

  /** The ids of the records that are not known by the stamps of an earlier reading. */
  List<String> readAgain() {
    List<String> read = new ArrayList<>();
    read(
        new RecordSink() {
          @Override
          public void accept(ProcessRecord record, String stamp) {
            read.add(record.id());
          }

          @Override
          public Optional<String> idOf(String beginning) {
            return stamps.keySet().stream()
                .filter(id -> stamps.get(id).startsWith(beginning))
                .findFirst();
          }

          @Override
          public boolean knows(String id, String stamp, Supplier<List<FoundFile>> files) {
            return stamp.equals(stamps.get(id)) && (sameFiles || files.get().isEmpty());
          }
        });
    return read;
  }

  private void read(RecordSink sink) {
    report = new RecordFolder(records, attachments, IN_2025).read(sink);
  }

  ProcessRecord readOne() {
    List<ProcessRecord> read = read();
    assertThat(read).as("records, given %s", report).hasSize(1);
    return read.getFirst();
  }

  /** One scheda of this title and these lines. */
  ProcessRecord scheda(String... lines) {
    List<String> all = new ArrayList<>(List.of("Il giardino di Borgo Finto"));
    all.addAll(List.of(lines));
    return record("giardino.txt", all.toArray(String[]::new)).readOne();
  }

  List<String> problems() {
    return report.problems().stream().map(Said::of).toList();
  }

  private static Path directory(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
