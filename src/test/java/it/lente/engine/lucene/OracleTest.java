package it.lente.engine.lucene;

import it.lente.engine.OracleContract;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine against one that reads every text for every question. */
class OracleTest extends OracleContract {

  @TempDir static Path folder;

  @Override
  protected RecordWriter writer() {
    return LuceneEngine.writer(folder, false);
  }

  @Override
  protected SearchEngine reader() {
    return LuceneEngine.reader(folder);
  }
}
