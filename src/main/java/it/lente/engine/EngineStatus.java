package it.lente.engine;

import it.lente.engine.EngineUnavailableException.NotReady;
import java.time.Instant;
import java.util.Optional;

/**
 * State of an engine and size of the commit it answers from.
 *
 * @param unready why questions cannot be asked; empty if they can
 * @param detail the same in words, for the terminal, or which commit answers
 * @param lastRun empty if no run has ended yet
 * @param commit empty if there is none, or if the engine keeps no commits
 * @param storage where the index is stored
 */
public record EngineStatus(
    Optional<NotReady> unready,
    String detail,
    int processes,
    int attachments,
    long pages,
    Optional<LastRun> lastRun,
    Optional<Commit> commit,
    Storage storage) {

  /**
   * The commit that the engine answers from.
   *
   * @param generation from 1, one more for each rebuild
   * @param bytes the size of its files
   */
  public record Commit(int generation, Instant time, long bytes) {}

  /**
   * Where an index is stored.
   *
   * @param freeDisk free bytes on its disk, or on the fullest disk of a cluster; -1 if unknown
   * @param cluster empty if it is a folder of this machine
   */
  public record Storage(long freeDisk, Optional<Cluster> cluster) {

    static final Storage UNKNOWN = new Storage(-1, Optional.empty());

    /** Returns a folder on a disk with so many free bytes. */
    public static Storage folder(long freeDisk) {
      return new Storage(freeDisk, Optional.empty());
    }
  }

  /**
   * The state of a cluster.
   *
   * @param color in the cluster's own words: green, yellow if copies are missing, or red
   * @param nodes number that answer
   */
  public record Cluster(String color, int nodes) {}

  public static EngineStatus notReady(NotReady reason, String detail) {
    return new EngineStatus(
        Optional.of(reason), detail, 0, 0, 0, Optional.empty(), Optional.empty(), Storage.UNKNOWN);
  }

  /** Returns whether questions can be asked. */
  public boolean ready() {
    return unready.isEmpty();
  }

  public EngineStatus after(Optional<LastRun> run) {
    return new EngineStatus(unready, detail, processes, attachments, pages, run, commit, storage);
  }

  public EngineStatus in(Storage place) {
    return new EngineStatus(unready, detail, processes, attachments, pages, lastRun, commit, place);
  }
}
