package it.lente.engine.opensearch;

import it.lente.engine.EngineUnavailableException;
import it.lente.engine.EngineUnavailableException.NotReady;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Collects documents and sends many at once. What the cluster has no room for at the moment is sent
 * again after a pause, which also slows the run down. Names of documents make sending twice
 * harmless.
 */
final class BulkWriter {

  private static final int BYTES = 4 << 20;
  private static final int ATTEMPTS = 12;
  private static final int BUSY = 429;
  private static final int MISSING = 404;
  private static final int ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private final Cluster cluster;
  private List<Line> lines = new ArrayList<>();
  private int bytes;

  /** A change of one document as it is sent. */
  private static final class Line {
    private final String name;
    private final byte[] bytes;

    Line(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }
  }

  BulkWriter(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Adds a document. */
  void index(String index, String name, Map<String, Object> document) {
    ByteArrayOutputStream line = action("index", index, name);
    line.writeBytes(Cluster.JSON.writeValueAsBytes(document));
    line.write('\n');
    add(name, line);
  }

  /** Adds the removal of a document. */
  void delete(String index, String name) {
    add(name, action("delete", index, name));
  }

  private static ByteArrayOutputStream action(String action, String index, String name) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.writeBytes(
        Cluster.JSON.writeValueAsBytes(Map.of(action, Map.of("_index", index, "_id", name))));
    line.write('\n');
    return line;
  }

  private void add(String name, ByteArrayOutputStream line) {
    lines.add(new Line(name, line.toByteArray()));
    bytes += line.size();
    if (bytes >= BYTES) {
      flush();
    }
  }

  /** Sends all and returns once it is stored on all copies. */
  void flush() {
    String last = "";
    List<Line> left = lines;
    lines = new ArrayList<>();
    bytes = 0;
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new EngineUnavailableException(
            NotReady.UNREACHABLE,
            "The cluster does not accept “%s”: %s".formatted(left.getFirst().name, last));
      }
      Cluster.pause(attempt);
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      left.forEach(line -> body.writeBytes(line.bytes));
      JsonNode items = cluster.bulk(body.toByteArray()).path("items");
      List<Line> refused = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        JsonNode item = items.get(i).iterator().next();
        int status = item.get("status").asInt();
        if (status == BUSY || status >= SERVER_ERROR) {
          refused.add(left.get(i));
          last = item.path("error").path("reason").asString("");
        } else if (status >= ERROR && status != MISSING) {
          throw new IllegalStateException(
              "The cluster cannot store “%s”: %s".formatted(left.get(i).name, item.path("error")));
        }
      }
      left = refused;
    }
  }
}
