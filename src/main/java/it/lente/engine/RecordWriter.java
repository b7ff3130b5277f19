package it.lente.engine;

import java.util.Map;
import java.util.Optional;

/**
 * Takes records in. What is put or deleted is seen by nobody before {@link #commit()}, and then all
 * at once; closing without a commit forgets it. One writer at a time works on an index.
 */
public interface RecordWriter extends AutoCloseable {

  /** Of each process that need not be put again its id and the fingerprint it was put with. */
  Map<String, String> fingerprints();

  /** What answers until the commit. */
  LastCommit lastCommit();

  /** With the next commit these are the processes and attachments that are not up to date. */
  void setOutdated(Map<String, AsOf> outdated);

  /** Adds a process, or replaces the one with its id. */
  void put(IndexedProcess process);

  /** Removes a process; one that is not there is no error. */
  void delete(String id);

  void commit();

  /** Keeps what a run came to, for those who watch; it needs no commit. */
  void keep(LastRun run);

  /** What the run before this one came to, nothing if that is not known. */
  Optional<LastRun> lastRun();

  @Override
  void close();
}
