package it.lente.engine.opensearch;

import it.lente.analysis.Synonyms;
import it.lente.engine.OracleContract;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The engine of a cluster against one that reads every text for every question. */
@EnabledIfSystemProperty(
    named = "lente.cluster.long",
    matches = "true",
    disabledReason = "takes minutes: run with -Pcluster,cluster-long")
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
