package it.lente.engine.opensearch;

import it.lente.engine.AsOf;
import it.lente.engine.StoredProcess;
import it.lente.engine.stored.BlockReader;
import it.lente.engine.stored.StoredValues;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A process as the cluster stores it. Pages that are known to be needed are fetched together.
 *
 * @param document the name of its document
 */
record ClusterProcess(
    ClusterTexts texts, String document, BlockReader block, StoredProcess stored) {

  /** Fetches what is stored of a process besides its pages. */
  static ClusterProcess read(ClusterTexts texts, String document) throws IOException {
    return new ClusterProcess(
        texts,
        document,
        texts.of(document),
        StoredValues.readProcess(
            texts.value(ClusterTexts.name(document, 1), ClusterSchema.PROCESS)));
  }

  /** Returns the process with the reasons for which it differs from the collection. */
  ClusterProcess described(Map<String, AsOf> asOf) {
    return new ClusterProcess(texts, document, block, stored.described(asOf));
  }

  /** Fetches pages, counted in the process. */
  void fetch(IntStream pages) {
    texts.fetch(ClusterTexts.names(document, pages));
  }
}
