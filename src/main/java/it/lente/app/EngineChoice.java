package it.lente.app;

/** What reads and writes the index: Lucene in this process, or a cluster. */
enum EngineChoice {
  LUCENE,
  OPENSEARCH
}
