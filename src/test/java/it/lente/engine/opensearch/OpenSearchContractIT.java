package it.lente.engine.opensearch;

import it.lente.analysis.Synonyms;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchEngineContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract on three real nodes; skipped where the profile «cluster» resolved no jars. */
@EnabledIfSystemProperty(
    named = "lente.cluster.long",
    matches = "true",
    disabledReason = "takes minutes: run with -Pcluster,cluster-long")
class OpenSearchContractIT implements SearchEngineContract {

  private static ClusterNodes nodes;

  private final ClusterSettings settings = nodes.settings(2);

  private SearchEngine engine;

  @BeforeAll
  static void start() {
    nodes = ClusterNodes.shared();
  }

  @Override
  public RecordWriter writer() {
    return OpenSearchEngine.writer(settings, false);
  }

  @Override
  public SearchEngine engine() {
    close();
    engine = OpenSearchEngine.reader(settings, () -> Synonyms.SHIPPED);
    return engine;
  }

  private void close() {
    if (engine != null) {
      engine.close();
    }
  }

  @AfterEach
  void forget() {
    close();
    try (Cluster cluster = new Cluster(settings)) {
      cluster.write("DELETE", "/" + settings.prefix() + "-*?ignore_unavailable=true", null);
    }
  }
}
