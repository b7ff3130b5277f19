package it.lente.engine.opensearch;

import it.lente.analysis.FormReader;
import it.lente.engine.AsOf;
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.EngineUnavailableException.NotReady;
import it.lente.engine.opensearch.Cluster.Reply;
import it.lente.engine.stored.StoredValues;
import it.lente.record.Facet;
import it.lente.record.RecordField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What readers see: a document that names the indices of a generation and the number of a commit. A
 * process's document has the number of its commit in its name; those with a higher number, and
 * those that were replaced, do not answer. Replacing this one document publishes a commit.
 *
 * @param schema fingerprint of the shape of the indices
 * @param replaced documents of processes that were replaced or deleted, with the second since 1970
 * @param dictionary names of the documents with the forms
 */
record ClusterCommit(
    String schema,
    int generation,
    long number,
    Instant time,
    Map<String, Long> replaced,
    List<String> dictionary,
    Map<String, AsOf> outdated) {

  /** The document of the commit in the index of the prefix. */
  static final String DOCUMENT = "commit";

  /** Changes with the shape of the indices and with the analysis of texts. */
  static final String SCHEMA =
      "lente-cluster-%d-%x"
          .formatted(
              ClusterSchema.EDITION,
              List.of(
                      FormReader.fingerprint(),
                      List.of(Facet.values()).toString(),
                      List.of(RecordField.values()).toString())
                  .hashCode());

  /** Where a document was found, so that it is replaced only if no other writer did. */
  record Version(long sequence, long term) {}

  /** A commit as it was read. */
  record Found(ClusterCommit commit, Version version) {}

  static String metaIndex(Cluster cluster) {
    return cluster.settings().prefix() + "-meta";
  }

  String processes(Cluster cluster) {
    return "%s-processes-%d".formatted(cluster.settings().prefix(), generation);
  }

  String texts(Cluster cluster) {
    return "%s-texts-%d".formatted(cluster.settings().prefix(), generation);
  }

  /** Reads the last commit; empty if there is none. */
  static Optional<Found> read(Cluster cluster) {
    Reply reply = cluster.read("GET", "/%s/_doc/%s".formatted(metaIndex(cluster), DOCUMENT), null);
    if (reply.isMissing() || !reply.body().path("found").asBoolean(false)) {
      return Optional.empty();
    }
    JsonNode source = reply.body().get("_source");
    Version version =
        new Version(
            reply.body().get("_seq_no").asLong(), reply.body().get("_primary_term").asLong());
    Map<String, Long> replaced =
        Cluster.JSON.readValue(
            source.get("replaced").asString(), new tools.jackson.core.type.TypeReference<>() {});
    List<String> dictionary =
        Cluster.JSON.readValue(
            source.get("dictionary").asString(), new tools.jackson.core.type.TypeReference<>() {});
    return Optional.of(
        new Found(
            new ClusterCommit(
                source.get("schema").asString(),
                source.get("generation").asInt(),
                source.get("number").asLong(),
                Instant.parse(source.get("time").asString()),
                replaced,
                dictionary,
                StoredValues.readOutdated(source.get("outdated").asString())),
            version));
  }

  /** Reads the last commit, if this version of Lente can. */
  static ClusterCommit require(Cluster cluster) {
    ClusterCommit commit =
        read(cluster)
            .orElseThrow(() ->
                new EngineUnavailableException(
                    NotReady.NO_INDEX,
                    "There is no index “%s” in the cluster yet: `lente index` writes it, and so does `lente serve`."
                        .formatted(cluster.settings().prefix())))
            .commit();
    if (!commit.schemaFits()) {
      throw new EngineUnavailableException(
          NotReady.OTHER_VERSION,
          "The index was written by another version of Lente: run `lente index` to write it anew.");
    }
    return commit;
  }

  boolean schemaFits() {
    return SCHEMA.equals(schema);
  }

  Map<String, Object> source() {
    return Map.of(
        "schema", schema,
        "generation", generation,
        "number", number,
        "time", time.toString(),
        "replaced", Cluster.JSON.writeValueAsString(replaced),
        "dictionary", Cluster.JSON.writeValueAsString(dictionary),
        "outdated", StoredValues.outdated(outdated));
  }

  /** Returns the condition of a process that belongs to the commit. */
  List<Object> filter() {
    Map<String, Object> until =
        Map.of("range", Map.of(ClusterSchema.COMMIT, Map.of("lte", number)));
    return replaced.isEmpty()
        ? List.of(until)
        : List.of(
            until,
            Map.of(
                "bool",
                Map.of(
                    "must_not", Map.of("ids", Map.of("values", List.copyOf(replaced.keySet()))))));
  }
}
