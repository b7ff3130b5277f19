package it.lente.engine;

import it.lente.engine.EngineUnavailableException.NotReady;
import java.time.Instant;
import java.util.Optional;

/**
 * What an engine can answer from.
 *
 * @param unready why questions cannot be asked, nothing if they can
 * @param detail the same in words, for the terminal, or which commit answers
 * @param lastRun nothing if no run has come to an end yet
 * @param commit nothing if none answers, or the engine keeps none
 * @param freeDisk bytes that can still be written where the index is, -1 if that is not known
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
   * The commit that answers.
   *
   * @param generation from 1, one more for each rebuild
   * @param bytes the size of its files
   */
  public record Commit(int generation, Instant time, long bytes) {}

  /** An engine that answers, and knows of no run. */
  public EngineStatus(String detail, int processes, int attachments, long pages) {
    this(
        Optional.empty(),
        detail,
        processes,
        attachments,
        pages,
        Optional.empty(),
        Optional.empty(),
        -1);
  }

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
