package it.lente.engine.opensearch;

import it.lente.engine.EngineStatus;
import it.lente.engine.EngineStatus.Storage;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The state of a cluster.
 *
 * @param bytes size of the indices of a commit with all copies
 */
record ClusterState(Storage storage, long bytes) {

  static ClusterState of(Cluster cluster, ClusterCommit commit) {
    String indices = commit.processes(cluster) + "," + commit.texts(cluster);
    JsonNode health = cluster.read("GET", "/_cluster/health/" + indices, null).body();
    JsonNode store = cluster.read("GET", "/" + indices + "/_stats/store", null).body();
    JsonNode disks = cluster.read("GET", "/_nodes/stats/fs", null).body();
    long free =
        StreamSupport.stream(disks.path("nodes").spliterator(), false)
            .mapToLong(node -> node.path("fs").path("total").path("available_in_bytes").asLong(-1))
            .min()
            .orElse(-1);
    EngineStatus.Cluster state =
        new EngineStatus.Cluster(
            health.path("status").asString("red"), health.path("number_of_nodes").asInt(0));
    return new ClusterState(
        new Storage(free, Optional.of(state)),
        store.path("_all").path("total").path("store").path("size_in_bytes").asLong(0));
  }

  /** Returns the state in words. */
  String detail() {
    EngineStatus.Cluster state = storage.cluster().orElseThrow();
    return "cluster %s, %d nodes".formatted(state.color(), state.nodes());
  }
}
