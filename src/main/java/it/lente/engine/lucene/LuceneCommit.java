package it.lente.engine.lucene;

import it.lente.engine.AsOf;
import it.lente.engine.Deadline;
import it.lente.engine.LastCommit;
import it.lente.engine.StoredProcess;
import it.lente.engine.stored.BlockReader;
import it.lente.engine.stored.StoredValues;
import it.lente.record.AttachmentText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last commit of a generation, as a writer needs it. */
final class LuceneCommit implements LastCommit, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LuceneCommit.class);

  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final Map<String, AsOf> outdated;
  private final Map<String, String> fingerprints = new HashMap<>();
  private final Map<String, Integer> documents = new HashMap<>();

  private LuceneCommit(FSDirectory directory, DirectoryReader reader) throws IOException {
    this.directory = directory;
    this.reader = reader;
    outdated = outdated(reader.getIndexCommit().getUserData());
    for (LeafReaderContext leaf : reader.leaves()) {
      LiveProcesses.each(
          leaf,
          Schema.FINGERPRINT_OF_PROCESS,
          (id, document, value) -> {
            fingerprints.put(id, value.utf8ToString());
            documents.put(id, document);
          });
    }
  }

  /**
   * Opens the last commit.
   *
   * @throws IOException if it is damaged or missing
   */
  static LuceneCommit open(Path generation) throws IOException {
    FSDirectory directory = FSDirectory.open(generation);
    try {
      return new LuceneCommit(directory, DirectoryReader.open(directory));
    } catch (IOException | RuntimeException damaged) {
      directory.close();
      throw damaged instanceof IOException disk ? disk : new IOException(damaged);
    }
  }

  /** Returns the data stored with a commit. */
  static Map<String, String> data(Map<String, AsOf> outdated) {
    return Map.of(Schema.OUTDATED_KEY, StoredValues.outdated(outdated));
  }

  static Map<String, AsOf> outdated(Map<String, String> data) {
    return StoredValues.readOutdated(data.getOrDefault(Schema.OUTDATED_KEY, "{}"));
  }

  @Override
  public Map<String, String> fingerprints() {
    return fingerprints;
  }

  @Override
  public Map<String, AsOf> outdated() {
    return outdated;
  }

  @Override
  public Optional<StoredProcess> process(String id) {
    return read(id, block -> Optional.of(process(block)));
  }

  @Override
  public Optional<AttachmentText> text(String processId, String attachmentId) {
    return read(processId, block -> block.text(process(block), attachmentId));
  }

  private static StoredProcess process(BlockReader block) throws IOException {
    return StoredValues.readProcess(block.value(Schema.PROCESS));
  }

  /** Treats a damaged block as missing. */
  private <T> Optional<T> read(String id, IOFunction<BlockReader, Optional<T>> reads) {
    Integer document = documents.get(id);
    try {
      return document == null
          ? Optional.empty()
          : reads.apply(BlockValues.block(reader, document, Deadline.NEVER));
    } catch (IOException | RuntimeException damaged) {
      LOG.warn("The last state of the process “{}” cannot be read: {}", id, damaged.toString());
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
