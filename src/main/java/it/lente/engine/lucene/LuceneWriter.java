package it.lente.engine.lucene;

import it.lente.engine.IndexedProcess;
import it.lente.engine.LastRun;
import it.lente.engine.RecordWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one generation while it holds the run's lock: the one that answers, or a new one if there
 * is none, if it was written by another schema or if a rebuild was asked for. A new generation
 * answers from its first commit on. The generations that were out of use when this run began are
 * deleted when it ends: by then no reader looks at them.
 */
final class LuceneWriter implements RecordWriter {

  private static final Logger LOG = LoggerFactory.getLogger(LuceneWriter.class);

  private static final int MEGABYTE = 1 << 20;

  /** Bounds of the buffer; a full one is written as a segment, and each segment costs questions. */
  private static final double LEAST_BUFFER = 64;

  private static final double MOST_BUFFER = 512;

  private final IndexFolder folder;
  private final RunLock lock;
  private final List<Integer> outOfUse;
  private final int generation;
  private final FSDirectory directory;
  private final IndexWriter writer;

  private LuceneWriter(IndexFolder folder, RunLock lock, boolean rebuild) throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.outOfUse = folder.stale();
    OptionalInt current = folder.current();
    boolean goOn = !rebuild && current.isPresent() && fits(folder.generation(current.getAsInt()));
    this.generation = goOn ? current.getAsInt() : folder.unused();
    Path path = folder.generation(generation);
    Files.createDirectories(path);
    this.directory = FSDirectory.open(path);
    IndexWriterConfig config = new IndexWriterConfig();
    config.setRAMBufferSizeMB(buffer());
    config.setCommitOnClose(false);
    this.writer = new IndexWriter(directory, config);
  }

  static LuceneWriter open(Path root, boolean rebuild) {
    IndexFolder folder = new IndexFolder(root);
    RunLock lock = RunLock.take(folder.lockFile());
    try {
      return new LuceneWriter(folder, lock, rebuild);
    } catch (IOException e) {
      lock.close();
      throw new UncheckedIOException("the index in " + root + " cannot be written", e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** A quarter of the memory there is, in megabytes. */
  private static double buffer() {
    double quarter = Runtime.getRuntime().maxMemory() / 4.0 / MEGABYTE;
    return Math.clamp(quarter, LEAST_BUFFER, MOST_BUFFER);
  }

  private static boolean fits(Path generation) throws IOException {
    if (!Files.isDirectory(generation)) {
      return false;
    }
    try (FSDirectory directory = FSDirectory.open(generation)) {
      return DirectoryReader.indexExists(directory) && Snapshot.schemaFits(directory);
    }
  }

  @Override
  public Map<String, String> fingerprints() {
    Map<String, String> fingerprints = new HashMap<>();
    try {
      if (!DirectoryReader.indexExists(directory)) {
        return fingerprints;
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          LiveProcesses.each(
              leaf,
              Schema.FINGERPRINT_OF_PROCESS,
              (id, document, value) -> fingerprints.put(id, value.utf8ToString()));
        }
      }
      return fingerprints;
    } catch (IOException e) {
      throw new UncheckedIOException("the fingerprints of the last run cannot be read", e);
    }
  }

  @Override
  public void put(IndexedProcess process) {
    try {
      writer.updateDocuments(block(process.record().id()), new ProcessBlock(process));
    } catch (IOException e) {
      throw new UncheckedIOException("a process cannot be written to " + folder.root(), e);
    }
  }

  @Override
  public void delete(String id) {
    try {
      writer.deleteDocuments(block(id));
    } catch (IOException e) {
      throw new UncheckedIOException("a process cannot be deleted from " + folder.root(), e);
    }
  }

  @Override
  public void commit() {
    try {
      writer.setLiveCommitData(Map.of(Schema.FINGERPRINT_KEY, Schema.FINGERPRINT).entrySet());
      writer.commit();
      OptionalInt current = folder.current();
      if (current.isEmpty() || current.getAsInt() != generation) {
        folder.makeCurrent(generation);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index in " + folder.root() + " cannot be committed", e);
    }
  }

  @Override
  public void keep(LastRun run) {
    try {
      folder.keep(run);
    } catch (IOException full) {
      LOG.warn("What the run came to cannot be kept in {}: {}", folder.root(), full.getMessage());
    }
  }

  @Override
  public Optional<LastRun> lastRun() {
    return folder.lastRun();
  }

  @Override
  public void close() {
    try (lock) {
      writer.close();
      directory.close();
      OptionalInt current = folder.current();
      for (int old : outOfUse) {
        if (current.isEmpty() || old != current.getAsInt()) {
          folder.delete(old);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index in " + folder.root() + " cannot be closed", e);
    }
  }

  private static Term block(String id) {
    return new Term(Schema.BLOCK, id);
  }
}
