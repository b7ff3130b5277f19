package it.lente.app;

import it.lente.analysis.Synonyms;
import it.lente.engine.IndexHealth;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import it.lente.engine.lucene.LuceneEngine;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The embedded engine, which is the default. */
final class LuceneEngines implements Engines {

  @Override
  public SearchEngine reader(Path index, Supplier<Synonyms> synonyms) {
    return LuceneEngine.reader(index, synonyms);
  }

  @Override
  public RecordWriter writer(Path index, boolean rebuild) {
    return LuceneEngine.writer(index, rebuild);
  }

  @Override
  public IndexHealth check(Path index) {
    return LuceneEngine.check(index);
  }
}
