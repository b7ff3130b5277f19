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
 * @param freeDisk free bytes on the disk of the index, -1 if unknown
 */
public record EngineStatus(
    Optional<NotReady> unready,
    String detail,
    int processes,
    int attachments,
    long pages,
    Optional<LastRun> lastRun,
    Optional<Commit> commit,
    long freeDisk) {

  /**
   * The commit that the engine answers from.
   *
   * @param generation from 1, one more for each rebuild
   * @param bytes the size of its files
   */
  public record Commit(int generation, Instant time, long bytes) {}

  public static EngineStatus notReady(NotReady reason, String detail) {
    return new EngineStatus(
        Optional.of(reason), detail, 0, 0, 0, Optional.empty(), Optional.empty(), -1);
  }

  /** Returns whether questions can be asked. */
  public boolean ready() {
    return unready.isEmpty();
  }

  public EngineStatus after(Optional<LastRun> run) {
    return new EngineStatus(unready, detail, processes, attachments, pages, run, commit, freeDisk);
  }

  public EngineStatus withFreeDisk(long bytes) {
    return new EngineStatus(unready, detail, processes, attachments, pages, lastRun, commit, bytes);
  }
}
