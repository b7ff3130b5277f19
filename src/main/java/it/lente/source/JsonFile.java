package it.lente.source;

import java.io.IOException;

/** Reads files with one JSON object or a list of them; a single object is read once. */
final class JsonFile implements RecordFormat {

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public void read(SourceFile file, RecordAssembly records) throws IOException {
    if (!records.knows(file.found(), 1, file.found().stamp())) {
      file.findings().begin();
      new JsonRecords(file, records).file(file.text(), file.found().stamp());
    }
  }
}
