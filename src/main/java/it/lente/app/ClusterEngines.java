package it.lente.app;

import it.lente.analysis.Synonyms;
import it.lente.engine.IndexHealth;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import it.lente.engine.opensearch.ClusterSettings;
import it.lente.engine.opensearch.OpenSearchEngine;
import java.util.function.Supplier;

/** The engine with its index in a cluster. */
record ClusterEngines(ClusterSettings settings) implements Engines {

  @Override
  public SearchEngine reader(Supplier<Synonyms> synonyms) {
    return opened(() -> OpenSearchEngine.reader(settings, synonyms));
  }

  @Override
  public RecordWriter writer(boolean rebuild) {
    return opened(() -> OpenSearchEngine.writer(settings, rebuild));
  }

  @Override
  public IndexHealth check() {
    return opened(() -> OpenSearchEngine.check(settings));
  }

  private static <T> T opened(Supplier<T> opening) {
    try {
      return opening.get();
    } catch (IllegalArgumentException certificates) {
      throw new UsageException("--opensearch-ca: " + certificates.getMessage() + '.');
    }
  }
}
