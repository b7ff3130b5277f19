package it.lente.engine.opensearch;

import it.lente.engine.EngineUnavailableException;
import it.lente.engine.EngineUnavailableException.NotReady;
import it.lente.engine.stored.BlockReader;
import java.io.IOException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.JsonNode;

/**
 * Documents of texts of some processes. Those that are known to be needed are fetched together; any
 * other is fetched when it is read. Not safe for use by several threads.
 */
final class ClusterTexts {

  /** Number of documents in a request. */
  private static final int AT_ONCE = 200;

  /** The number of the first page's document; the one before has the record's texts. */
  static final int FIRST_PAGE = 2;

  /** The fields that only the page of a process or a report needs, in documents of their own. */
  private static final Map<String, String> APART =
      Map.of(
          ClusterSchema.PROCESS, "process",
          BlockReader.PAGE_HEADS, "heads",
          BlockReader.BOXES, "boxes");

  private final Cluster cluster;
  private final String index;
  private final Map<String, JsonNode> documents = new HashMap<>();

  ClusterTexts(Cluster cluster, String index) {
    this.cluster = cluster;
    this.index = index;
  }

  /**
   * Returns the name of the document that contains a field.
   *
   * @param document as in {@link BlockReader.Values}
   */
  static String name(String process, String field, int document) {
    String name = process + '|' + document;
    return APART.containsKey(field) ? name + '|' + APART.get(field) : name;
  }

  /** Returns the names of the documents that contain a field of some pages. */
  static List<String> names(String process, String field, IntStream pages) {
    return pages.mapToObj(page -> name(process, field, FIRST_PAGE + page)).toList();
  }

  /** Fetches documents. */
  void fetch(Collection<String> names) {
    List<String> missing =
        names.stream().distinct().filter(name -> !documents.containsKey(name)).toList();
    for (int from = 0; from < missing.size(); from += AT_ONCE) {
      List<String> wanted = missing.subList(from, Math.min(missing.size(), from + AT_ONCE));
      JsonNode reply = cluster.read("POST", "/" + index + "/_mget", Map.of("ids", wanted)).body();
      reply
          .path("docs")
          .forEach(each -> {
            if (each.has("error")) {
              throw new EngineUnavailableException(
                  NotReady.UNREACHABLE,
                  "The texts of %s are on nodes that do not answer."
                      .formatted(each.path("_id").asString("?")));
            }
            if (each.path("found").asBoolean(false)) {
              documents.put(each.get("_id").asString(), each.get("_source"));
            }
          });
    }
  }

  /** Returns the texts of a process. */
  BlockReader of(String process) {
    return new BlockReader((field, document) -> value(name(process, field, document), field), 1);
  }

  /** Returns a value of a document. */
  BytesRef value(String name, String field) throws IOException {
    fetch(List.of(name));
    JsonNode value = documents.containsKey(name) ? documents.get(name).get(field) : null;
    if (value == null) {
      throw new IOException("the cluster lacks “%s” of %s".formatted(field, name));
    }
    return new BytesRef(Base64.getDecoder().decode(value.asString()));
  }
}
