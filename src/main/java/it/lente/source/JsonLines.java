package it.lente.source;

import it.lente.record.ReasonCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Reads files with one JSON object a line. A line without one is reported and the next is read. */
final class JsonLines implements RecordFormat {

  @Override
  public String extension() {
    return "jsonl";
  }

  @Override
  public void read(SourceFile file, RecordAssembly records) throws IOException {
    if (file.found().size() == 0) {
      throw new UnusableFileException(ReasonCode.SOURCE_EMPTY);
    }
    JsonRecords json = new JsonRecords(file, records);
    Findings findings = file.findings();
    boolean guessed = false;
    int number = 0;
    // Latin 1 keeps every byte unchanged, so that each line is decoded separately.
    try (BufferedReader reader =
        Files.newBufferedReader(file.location(), StandardCharsets.ISO_8859_1)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        String stamp = JsonRecords.stamp(number, bytes);
        if (records.knows(file.found(), number, stamp)) {
          continue;
        }
        findings.begin();
        try {
          SourceText source = SourceText.of(bytes);
          if (source.guessed() && !guessed) {
            findings.problem(
                file.path(), number, ReasonCode.IN_LINE.with(ReasonCode.GUESSED.with()));
            guessed = true;
          }
          if (!source.text().isBlank()) {
            json.line(source.text(), number, stamp);
          }
        } catch (UnusableFileException binary) {
          findings.refusal(
              file.path(), number, ReasonCode.IN_LINE.with(UnusableFileException.reason(binary)));
        }
      }
    }
  }
}
