package it.lente.engine;

import java.util.Map;
import java.util.Optional;

/**
 * Writes processes to the index in batches: {@link #put} and {@link #delete} collect a batch,
 * {@link #commit()} publishes it. Each answer of an engine comes from one commit, never from a
 * mixture: from the last one or, for a moment after it, from the one before. An engine may store a
 * batch earlier, even on other machines, as long as no reader sees it. If a commit fails, readers
 * keep the one before; putting the same processes again does no harm. A batch without a commit is
 * forgotten on closing. An index has one writer at a time.
 */
public interface RecordWriter extends AutoCloseable {

  /** Returns the fingerprint of each process that need not be put again, by id. */
  Map<String, String> fingerprints();

  /** Returns the commit that readers see until the next one. */
  LastCommit lastCommit();

  /** Sets the processes and attachments that are out of date, published with the next commit. */
  void setOutdated(Map<String, AsOf> outdated);

  /** Adds a process to the batch; it replaces the one with its id. */
  void put(IndexedProcess process);

  /** Adds the removal of a process to the batch; does nothing if the id is unknown. */
  void delete(String id);

  /** Publishes the batch and begins another; returns once the batch is safe and will be read. */
  void commit();

  /** Stores the result of a run for monitoring, independently of commits. */
  void keep(LastRun run);

  /** Returns the result of the previous run, empty if unknown. */
  Optional<LastRun> lastRun();

  @Override
  void close();
}
