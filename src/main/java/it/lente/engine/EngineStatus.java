package it.lente.engine;

import java.util.Optional;

/**
 * What an engine can answer from.
 *
 * @param ready whether questions can be asked
 * @param detail why not, or which commit answers
 * @param lastRun nothing if no run has come to an end yet
 */
public record EngineStatus(
    boolean ready,
    String detail,
    int processes,
    int attachments,
    long pages,
    Optional<LastRun> lastRun) {

  /** An engine that knows of no run. */
  public EngineStatus(boolean ready, String detail, int processes, int attachments, long pages) {
    this(ready, detail, processes, attachments, pages, Optional.empty());
  }

  public static EngineStatus notReady(String detail) {
    return new EngineStatus(false, detail, 0, 0, 0);
  }

  public EngineStatus after(Optional<LastRun> run) {
    return new EngineStatus(ready, detail, processes, attachments, pages, run);
  }
}
