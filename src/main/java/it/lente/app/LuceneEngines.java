package it.lente.app;

import it.lente.analysis.Synonyms;
import it.lente.engine.IndexHealth;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import it.lente.engine.lucene.LuceneEngine;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The embedded engine, which is the default, with its index in a folder. */
record LuceneEngines(Path index) implements Engines {

  @Override
  public SearchEngine reader(Supplier<Synonyms> synonyms) {
    return LuceneEngine.reader(index, synonyms);
  }

  @Override
  public RecordWriter writer(boolean rebuild) {
    return LuceneEngine.writer(index, rebuild);
  }

  @Override
  public IndexHealth check() {
    return LuceneEngine.check(index);
  }
}
