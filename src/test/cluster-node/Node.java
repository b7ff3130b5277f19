import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One node of a cluster, for tests and measurements: FOLDER NAME HTTP_PORT TRANSPORT_PORT SEEDS
 * MANAGERS, the last two with commas. Runs on the jars of target/cluster-node, which the profile
 * «cluster» resolves.
 */
public class Node {
  public static void main(String[] arguments) throws Exception {
    OpenSearchRunner runner = new OpenSearchRunner();
    runner
        .onBuild((number, settings) -> {
          settings.put("node.name", arguments[1]);
          settings.put("http.port", arguments[2]);
          settings.put("transport.port", arguments[3]);
          settings.put("network.host", "127.0.0.1");
          settings.put("discovery.type", "zen");
          settings.putList("discovery.seed_hosts", arguments[4].split(","));
          settings.putList("cluster.initial_cluster_manager_nodes", arguments[5].split(","));
          settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        })
        .build(
            OpenSearchRunner.newConfigs()
                .basePath(arguments[0])
                .numOfNode(1)
                .clusterName("lente")
                .baseHttpPort(0));
    Thread.currentThread().join();
  }
}
