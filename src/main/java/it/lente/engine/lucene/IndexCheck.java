package it.lente.engine.lucene;

import it.lente.engine.Deadline;
import it.lente.engine.IndexHealth;
import it.lente.engine.stored.BlockReader;
import it.lente.engine.stored.StoredValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;

/**
 * Reads the whole current index: the checksums of its files, then every block. Takes no lock,
 * because a commit does not change while another run writes the next.
 */
final class IndexCheck {

  private final DirectoryReader reader;
  private final List<String> damage = new ArrayList<>();
  private int processes;

  private IndexCheck(DirectoryReader reader) {
    this.reader = reader;
  }

  static IndexHealth of(Path root) {
    IndexFolder folder = new IndexFolder(root);
    int generation = folder.requireCurrent();
    String detail = "generation " + generation;
    try (FSDirectory directory = FSDirectory.open(folder.generation(generation));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexCheck check = new IndexCheck(reader);
      check.run();
      return new IndexHealth(detail, check.processes, check.damage);
    } catch (IOException | RuntimeException broken) {
      return new IndexHealth(detail, 0, List.of("It cannot be opened: " + broken));
    }
  }

  private void run() throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      try {
        leaf.reader().checkIntegrity();
      } catch (IOException | RuntimeException broken) {
        // Values are not decoded: damaged lengths could request any amount of memory.
        damage.add(
            "A part of %d documents is not as it was written: %s"
                .formatted(leaf.reader().maxDoc(), broken));
        continue;
      }
      readProcesses(leaf);
    }
  }

  private void readProcesses(LeafReaderContext leaf) throws IOException {
    LiveProcesses.each(
        leaf,
        Schema.FINGERPRINT_OF_PROCESS,
        (id, document, fingerprint) -> {
          try {
            readProcess(BlockValues.block(reader, document, Deadline.NEVER));
            processes++;
          } catch (IOException | RuntimeException broken) {
            damage.add("The process “%s” cannot be read: %s".formatted(id, broken));
          }
        });
  }

  private static void readProcess(BlockReader block) throws IOException {
    int attachments = StoredValues.readCard(block.value(Schema.CARD)).attachments().size();
    StoredValues.readProcess(block.value(Schema.PROCESS));
    block.recordTexts();
    int groups = block.layout().groups().size();
    if (groups != attachments) {
      throw new IOException("it has %d attachments and pages of %d".formatted(attachments, groups));
    }
    for (int group = 0; group < attachments; group++) {
      for (int page : block.pages(group)) {
        block.page(page);
      }
    }
  }
}
