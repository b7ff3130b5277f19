package it.lente.engine.opensearch;

import it.lente.engine.EngineUnavailableException;
import it.lente.engine.EngineUnavailableException.NotReady;
import it.lente.engine.opensearch.Cluster.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Asks the indices of a commit. */
record CommitSearch(Cluster cluster, ClusterCommit commit) {

  /** Number of processes in one answer of a walk over all. */
  private static final int STEP = 500;

  /**
   * Asks the index of processes.
   *
   * @param body to which the query is added, narrowed to the commit
   */
  JsonNode search(Map<String, Object> body, Object condition) {
    List<Object> filter = new ArrayList<>(commit.filter());
    filter.add(condition);
    body.put("query", Map.of("bool", Map.of("filter", filter)));
    return search(body);
  }

  /** Asks the index of processes with a query that is narrowed to the commit, without scores. */
  JsonNode search(Map<String, Object> body) {
    return ask("query_then_fetch", body);
  }

  /** Asks likewise, and scores by the frequencies in all shards. */
  JsonNode scored(Map<String, Object> body) {
    return ask("dfs_query_then_fetch", body);
  }

  private JsonNode ask(String type, Map<String, Object> body) {
    body.putIfAbsent("track_total_hits", true);
    // Even the name of a document is stored beside large values: its parts are read instead.
    body.put("_source", false);
    body.put("stored_fields", "_none_");
    Reply reply =
        cluster.read(
            "POST",
            "/"
                + commit.processes(cluster)
                + "/_search?allow_partial_search_results=false&search_type="
                + type,
            body);
    if (reply.isMissing()) {
      throw new EngineUnavailableException(
          NotReady.UNREADABLE,
          "The index %s has gone: a newer one answers in a moment, or run `lente index`."
              .formatted(commit.processes(cluster)));
    }
    JsonNode shards = reply.body().path("_shards");
    if (shards.path("successful").asInt(0) < shards.path("total").asInt(1)) {
      throw new EngineUnavailableException(
          NotReady.UNREACHABLE, "Shards of the index are missing: %s.".formatted(shards));
    }
    return reply.body();
  }

  /** Returns the number of processes that a search found. */
  static int total(JsonNode answer) {
    return answer.path("hits").path("total").path("value").asInt();
  }

  ClusterTexts texts() {
    return new ClusterTexts(cluster, commit.texts(cluster));
  }

  /** Returns a process with some values; empty if the id is unknown. */
  Optional<FoundProcess> find(String id, List<String> fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("size", 1);
    body.put("docvalue_fields", FoundProcess.fields(fields));
    return FoundProcess.in(search(body, Map.of("term", Map.of(ClusterSchema.ID, id)))).stream()
        .findFirst();
  }

  /**
   * Passes all processes that fulfil a condition to the sink, with some values, in order of ids.
   */
  void each(Object condition, List<String> fields, Consumer<FoundProcess> sink) {
    List<String> after = List.of();
    while (true) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("size", STEP);
      body.put("sort", List.of(Map.of(ClusterSchema.ID, "asc")));
      body.put("docvalue_fields", FoundProcess.fields(fields));
      if (!after.isEmpty()) {
        body.put("search_after", after);
      }
      List<FoundProcess> found = FoundProcess.in(search(body, condition));
      found.forEach(sink);
      if (found.size() < STEP) {
        return;
      }
      after = List.of(found.getLast().keys().get(0).asString());
    }
  }
}
