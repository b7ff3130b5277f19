package it.lente.engine.opensearch;

import it.lente.analysis.Synonyms;
import it.lente.engine.OracleContract;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;

/** The engine of a cluster against one that reads every text for every question. */
class OpenSearchOracleIT extends OracleContract {

  private final ClusterSettings settings = ClusterNodes.shared().settings(3);

  @Override
  protected RecordWriter writer() {
    return OpenSearchEngine.writer(settings, false);
  }

  @Override
  protected SearchEngine reader() {
    return OpenSearchEngine.reader(settings, () -> Synonyms.SHIPPED);
  }
}
