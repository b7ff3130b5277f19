package it.lente.engine.lucene;

import it.lente.engine.AsOf;
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.IndexedProcess;
import it.lente.engine.LastCommit;
import it.lente.engine.LastRun;
import it.lente.engine.RecordWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IORunnable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one generation while it has the run's lock: the current one, or a new one if there is none
 * of this schema, if it cannot be opened or if a rebuild was requested. A new generation becomes
 * current with its first commit. Generations that were already unused when this run began are
 * deleted at its end, when no reader needs them any more; other schemas later.
 */
final class LuceneWriter implements RecordWriter {

  private static final Logger LOG = LoggerFactory.getLogger(LuceneWriter.class);

  private static final int MEGABYTE = 1 << 20;

  /** Buffer bounds in MB; a full buffer becomes a segment, and segments slow down questions. */
  private static final double LEAST_BUFFER = 64;

  private static final double MOST_BUFFER = 512;

  private final IndexFolder folder;
  private final RunLock lock;
  private final List<Integer> outOfUse;
  private final Optional<LuceneCommit> last;
  private final boolean anew;
  private final int generation;
  private final FSDirectory directory;
  private final IndexWriter writer;
  private Map<String, AsOf> outdated;
  private boolean committed;

  private LuceneWriter(IndexFolder folder, RunLock lock, boolean rebuild) throws IOException {
    this.folder = folder;
    this.lock = lock;
    OptionalInt current = current(folder);
    // Without a current one, a server may still answer from any of them.
    this.outOfUse = current.isPresent() ? folder.others(current.getAsInt()) : List.of();
    Optional<LuceneCommit> own = commit(folder, current);
    this.anew = rebuild || own.isEmpty();
    this.last = own.or(() -> lastOf(folder.ofOtherSchemas()));
    this.outdated = lastCommit().outdated();
    this.generation = anew ? folder.unused() : current.getAsInt();
    Path path = folder.generation(generation);
    Files.createDirectories(path);
    this.directory = FSDirectory.open(path);
    IndexWriterConfig config = new IndexWriterConfig();
    config.setRAMBufferSizeMB(buffer());
    config.setCommitOnClose(false);
    this.writer = new IndexWriter(directory, config);
  }

  /** Empty if CURRENT is damaged and names no generation, so that the index is rewritten. */
  private static OptionalInt current(IndexFolder folder) {
    try {
      return folder.current();
    } catch (EngineUnavailableException torn) {
      LOG.warn("{} The index is written anew, from the kept texts.", torn.getMessage());
      return OptionalInt.empty();
    }
  }

  private static Optional<LuceneCommit> commit(IndexFolder folder, OptionalInt generation) {
    if (generation.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LuceneCommit.open(folder.generation(generation.getAsInt())));
    } catch (IOException damaged) {
      LOG.warn(
          "Generation {} of the index cannot be opened ({}). It is written anew, from the kept"
              + " texts.",
          generation.getAsInt(),
          damaged.toString());
      return Optional.empty();
    }
  }

  /** Returns what another version committed last, from which first days and lost files are kept. */
  private static Optional<LuceneCommit> lastOf(List<IndexFolder> others) {
    return others.stream().flatMap(other -> commit(other, current(other)).stream()).findFirst();
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

  /** Returns a quarter of the maximum heap, in megabytes. */
  private static double buffer() {
    double quarter = Runtime.getRuntime().maxMemory() / 4.0 / MEGABYTE;
    return Math.clamp(quarter, LEAST_BUFFER, MOST_BUFFER);
  }

  @Override
  public Map<String, String> fingerprints() {
    return anew ? Map.of() : lastCommit().fingerprints();
  }

  @Override
  public LastCommit lastCommit() {
    return last.<LastCommit>map(commit -> commit).orElse(LastCommit.NONE);
  }

  @Override
  public void setOutdated(Map<String, AsOf> now) {
    outdated = Map.copyOf(now);
  }

  @Override
  public void put(IndexedProcess process) {
    write(() -> writer.updateDocuments(block(process.record().id()), new ProcessBlock(process)));
  }

  @Override
  public void delete(String id) {
    write(() -> writer.deleteDocuments(block(id)));
  }

  @Override
  public void commit() {
    write(() -> {
      writer.setLiveCommitData(LuceneCommit.data(outdated).entrySet());
      writer.commit();
      if (anew && !committed) {
        folder.makeCurrent(generation);
      }
      committed = true;
    });
  }

  private void write(IORunnable change) {
    try {
      change.run();
    } catch (IOException e) {
      throw new UncheckedIOException("the index in " + folder.root() + " cannot be written", e);
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
      try (directory;
          writer) {
        if (last.isPresent()) {
          last.get().close();
        }
      } finally {
        deleteUnused();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index in " + folder.root() + " cannot be closed", e);
    }
  }

  /** Files of a failed run are deleted at once, because they may have filled the disk. */
  private void deleteUnused() throws IOException {
    outOfUse.forEach(folder::delete);
    folder.deleteUnusedSchemas();
    if (anew && !committed) {
      folder.delete(generation);
    }
  }

  private static Term block(String id) {
    return new Term(Schema.BLOCK, id);
  }
}
