package it.lente.engine.opensearch;

import it.lente.engine.AsOf;
import it.lente.engine.LastCommit;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.engine.stored.BlockReader;
import it.lente.engine.stored.StoredValues;
import it.lente.record.AttachmentText;
import it.lente.record.DocumentInfo;
import it.lente.record.PageText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
                List.of(ClusterSchema.ID, ClusterSchema.FINGERPRINT),
                process -> {
                  String id = process.value(ClusterSchema.ID);
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
    String document = documents.get(id);
    if (document == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(process(texts(), document));
    } catch (IOException | RuntimeException damaged) {
      return lost(id, damaged);
    }
  }

  private ClusterTexts texts() {
    return new ClusterTexts(cluster, commit.orElseThrow().texts(cluster));
  }

  private static StoredProcess process(ClusterTexts texts, String document) throws IOException {
    return StoredValues.readProcess(
        texts.value(ClusterTexts.name(document, 1), ClusterSchema.PROCESS));
  }

  @Override
  public Optional<AttachmentText> text(String processId, String attachmentId) {
    String document = documents.get(processId);
    if (document == null) {
      return Optional.empty();
    }
    try {
      ClusterTexts texts = texts();
      List<StoredAttachment> all = process(texts, document).attachments();
      for (int group = 0; group < all.size(); group++) {
        if (all.get(group).attachment().id().equals(attachmentId)) {
          BlockReader block = texts.of(document);
          int[] numbers = block.pages(group);
          texts.fetch(ClusterTexts.names(document, IntStream.of(numbers)));
          List<PageText> pages = new ArrayList<>();
          for (int page : numbers) {
            pages.add(block.wholePage(page));
          }
          return Optional.of(text(all.get(group), pages));
        }
      }
      return Optional.empty();
    } catch (IOException | RuntimeException damaged) {
      return lost(processId, damaged);
    }
  }

  private static AttachmentText text(StoredAttachment stored, List<PageText> pages) {
    return new AttachmentText(
        stored.summary(),
        pages,
        new DocumentInfo(
            stored.about().title(),
            "",
            "",
            "",
            List.of(),
            List.of(),
            stored.about().copyingForbidden()));
  }

  private static <T> Optional<T> lost(String id, Exception damaged) {
    LOG.warn("The last state of the process “{}” cannot be read: {}", id, damaged.toString());
    return Optional.empty();
  }
}
