package it.lente.engine.opensearch;

import it.lente.engine.AsOf;
import it.lente.engine.LastCommit;
import it.lente.engine.StoredProcess;
import it.lente.engine.stored.BlockReader;
import it.lente.record.AttachmentText;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.IOFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last commit, as a writer needs it. */
final class ClusterLastCommit implements LastCommit {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterLastCommit.class);

  private final Cluster cluster;
  private final Optional<ClusterCommit> commit;
  private final Map<String, String> fingerprints = new HashMap<>();
  private final Map<String, String> documents = new HashMap<>();

  ClusterLastCommit(Cluster cluster, Optional<ClusterCommit> commit) {
    this.cluster = cluster;
    this.commit = commit;
    commit.ifPresent(last ->
        new CommitSearch(cluster, last)
            .each(
                WordQueries.ALL,
                List.of(ClusterSchema.FINGERPRINT),
                process -> {
                  String id = process.id();
                  fingerprints.put(id, process.value(ClusterSchema.FINGERPRINT));
                  documents.put(id, process.document());
                }));
  }

  /** Returns the document of each process, by id. */
  Map<String, String> documents() {
    return documents;
  }

  @Override
  public Map<String, String> fingerprints() {
    return fingerprints;
  }

  @Override
  public Map<String, AsOf> outdated() {
    return commit.map(ClusterCommit::outdated).orElse(Map.of());
  }

  @Override
  public Optional<StoredProcess> process(String id) {
    return read(id, process -> Optional.of(process.stored()));
  }

  @Override
  public Optional<AttachmentText> text(String processId, String attachmentId) {
    return read(
        processId,
        process -> {
          int group = process.stored().indexOf(attachmentId);
          process.fetch(process.block().pages(group), BlockReader.TEXTS, BlockReader.BOXES);
          return process.block().text(process.stored(), attachmentId);
        });
  }

  /** Treats a damaged process as missing. */
  private <T> Optional<T> read(String id, IOFunction<ClusterProcess, Optional<T>> reads) {
    String document = documents.get(id);
    if (document == null) {
      return Optional.empty();
    }
    try {
      ClusterTexts texts = new ClusterTexts(cluster, commit.orElseThrow().texts(cluster));
      return reads.apply(ClusterProcess.read(texts, document));
    } catch (IOException | RuntimeException damaged) {
      LOG.warn("The last state of the process “{}” cannot be read: {}", id, damaged.toString());
      return Optional.empty();
    }
  }
}
