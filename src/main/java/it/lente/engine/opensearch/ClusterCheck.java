package it.lente.engine.opensearch;

import it.lente.engine.IndexHealth;
import it.lente.engine.hits.ListedProcess;
import it.lente.engine.stored.BlockReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads every process of the last commit with all its texts, and every form. */
final class ClusterCheck {

  private final CommitSearch index;
  private final List<String> damage = new ArrayList<>();
  private int processes;

  private ClusterCheck(CommitSearch index) {
    this.index = index;
  }

  static IndexHealth of(Cluster cluster) {
    ClusterCommit commit = ClusterCommit.require(cluster);
    ClusterCheck check = new ClusterCheck(new CommitSearch(cluster, commit));
    String detail =
        "commit %d of generation %d, %s"
            .formatted(
                commit.number(), commit.generation(), ClusterState.of(cluster, commit).detail());
    ClusterSnapshot.forms(cluster, commit, commit.dictionary());
    check.index.each(WordQueries.ALL, List.of(ClusterSchema.CARD), check::process);
    return new IndexHealth(detail, check.processes, check.damage);
  }

  private void process(FoundProcess process) {
    String id = process.id();
    try {
      ListedProcess listed = process.listed();
      ClusterProcess stored = ClusterProcess.read(index.texts(), process.document());
      BlockReader block = stored.block();
      block.recordTexts();
      int groups = block.layout().groups().size();
      if (groups != listed.attachments().size()) {
        throw new IOException(
            "it has %d attachments and pages of %d".formatted(listed.attachments().size(), groups));
      }
      int[] pages = IntStream.range(0, block.layout().firstText(groups)).toArray();
      stored.fetch(pages, BlockReader.TEXTS, BlockReader.BOXES);
      for (int page : pages) {
        block.wholePage(page);
      }
      processes++;
    } catch (IOException | RuntimeException broken) {
      damage.add("The process “%s” cannot be read: %s".formatted(id, broken));
    }
  }
}
