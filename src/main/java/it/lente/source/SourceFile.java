package it.lente.source;

import it.lente.record.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that should contain records.
 *
 * @param location on this machine
 * @param findings about the file
 */
record SourceFile(FoundFile found, Path location, Findings findings) {

  String path() {
    return found.path();
  }

  /** Returns the whole text, and reports that its encoding is a guess. */
  String text() throws IOException {
    SourceText source = SourceText.read(location);
    if (source.guessed()) {
      findings.problem(path(), 0, ReasonCode.GUESSED.with());
    }
    return source.text();
  }
}
