package it.lente.engine.opensearch;

import it.lente.engine.opensearch.Cluster.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What one commit adds to the forms of a collection and subtracts from them. */
final class FormChanges {

  /** Number of forms whose changes are kept in memory, and of those in one document. */
  private static final int IN_MEMORY = 200_000;

  private static final int EACH = 20_000;
  private static final int MOST_DOCUMENTS = 1_000;

  /** Number of processes whose positions are fetched together. */
  private static final int AT_ONCE = 20;

  private final Cluster cluster;
  private final BulkWriter bulk;
  private final ClusterCommit generation;
  private final TreeMap<String, int[]> changes = new TreeMap<>();
  private final List<String> written = new ArrayList<>();

  /**
   * Starts without changes.
   *
   * @param generation any commit of the generation that is written
   */
  FormChanges(Cluster cluster, BulkWriter bulk, ClusterCommit generation) {
    this.cluster = cluster;
    this.bulk = bulk;
    this.generation = generation;
  }

  /** Adds the forms of a process. */
  void add(ProcessDocuments process, long commit) {
    process.addForms(changes);
    if (changes.size() > IN_MEMORY) {
      write(commit);
    }
  }

  /** Subtracts the forms of documents, which must be visible for searches. */
  void subtract(List<String> names) {
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      List<String> some = names.subList(from, Math.min(names.size(), from + AT_ONCE));
      List<String> fields =
          IntStream.range(0, ClusterSchema.BUCKETS).mapToObj(ClusterSchema::bucket).toList();
      Map<String, Object> body =
          Map.of(
              "size",
              some.size(),
              "_source",
              false,
              "docvalue_fields",
              fields,
              "query",
              Map.of("ids", Map.of("values", some)));
      Reply reply = cluster.read("POST", "/" + generation.processes(cluster) + "/_search", body);
      for (FoundProcess found : FoundProcess.in(reply.body())) {
        found.positions().each((form, in) -> FormTable.add(changes, form, in, -1));
      }
    }
  }

  /**
   * Writes all changes, and returns the names of the documents that make up the forms of a commit:
   * those of the last one and the new, or only new ones if they became too many.
   */
  List<String> dictionary(ClusterCommit last, long commit) {
    List<String> dictionary = new ArrayList<>(last.dictionary());
    if (dictionary.size() > MOST_DOCUMENTS) {
      FormTable all = ClusterSnapshot.forms(cluster, last, dictionary);
      for (int i = 0; i < all.size(); i++) {
        FormTable.add(changes, all.form(i), all.of(i), 1);
      }
      dictionary.clear();
    }
    write(commit);
    dictionary.addAll(written);
    return dictionary;
  }

  /** Forgets what was written, because the commit is published. */
  void clear() {
    written.clear();
  }

  private void write(long commit) {
    for (String part : FormTable.of(changes).lines(EACH)) {
      String name = "forms|%d|%d".formatted(commit, written.size());
      String text = Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8));
      bulk.index(
          generation.texts(cluster),
          name,
          Map.of(ClusterSchema.COMMIT, commit, ClusterSchema.OF, "", ClusterSchema.FORMS, text));
      written.add(name);
    }
    changes.clear();
  }
}
