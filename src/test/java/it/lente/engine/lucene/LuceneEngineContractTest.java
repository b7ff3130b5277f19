package it.lente.engine.lucene;

import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchEngineContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class LuceneEngineContractTest implements SearchEngineContract {

  @TempDir Path folder;

  private SearchEngine engine;

  @Override
  public RecordWriter writer() {
    return LuceneEngine.writer(folder, false);
  }

  /** Opened anew each time: what follows commits by itself has a test of its own. */
  @Override
  public SearchEngine engine() {
    close();
    engine = LuceneEngine.reader(folder);
    return engine;
  }

  @AfterEach
  void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
