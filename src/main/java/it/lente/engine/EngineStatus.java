package it.lente.engine;

/**
 * What an engine can answer from.
 *
 * @param ready whether questions can be asked
 * @param detail why not, or which commit answers
 */
public record EngineStatus(
    boolean ready, String detail, int processes, int attachments, long pages) {

  public static EngineStatus notReady(String detail) {
    return new EngineStatus(false, detail, 0, 0, 0);
  }
}
