package it.lente.engine;

import java.util.Map;
import java.util.Optional;

/**
 * Writes processes to the index. {@link #commit()} makes all changes visible at once; closing
 * without a commit discards them. An index has one writer at a time.
 */
public interface RecordWriter extends AutoCloseable {

  /** Returns the fingerprint of each process that need not be put again, by id. */
  Map<String, String> fingerprints();

  /** Returns the state that readers see until the commit. */
  LastCommit lastCommit();

  /** Sets the processes and attachments that are out of date as of the next commit. */
  void setOutdated(Map<String, AsOf> outdated);

  /** Adds a process, or replaces the one with its id. */
  void put(IndexedProcess process);

  /** Removes a process; does nothing if the id is unknown. */
  void delete(String id);

  void commit();

  /** Stores the result of a run for monitoring, without a commit. */
  void keep(LastRun run);

  /** Returns the result of the previous run, empty if unknown. */
  Optional<LastRun> lastRun();

  @Override
  void close();
}
