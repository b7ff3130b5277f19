package it.lente.source;

import java.io.IOException;

/** Reads files with one scheda. */
final class SchedaFile implements RecordFormat {

  @Override
  public String extension() {
    return "txt";
  }

  @Override
  public void read(SourceFile file, RecordAssembly records) throws IOException {
    String stamp = file.found().stamp();
    if (!records.knows(file.found(), 1, stamp)) {
      file.findings().begin();
      records.accept(SchedaParser.parse(file.text(), file.path(), file.findings()), stamp);
    }
  }
}
