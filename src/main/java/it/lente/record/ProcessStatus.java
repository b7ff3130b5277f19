package it.lente.record;

import java.util.List;

/**
 * How far a process has come. The vocabulary is open: a value not known here sorts after those that
 * are.
 */
public final class ProcessStatus {

  /** The known values, in the order in which a process passes them. */
  public static final List<String> LIFE_CYCLE = List.of("Progetto", "In corso", "Concluso");

  /** A process that still runs: its years reach to its last change. */
  public static final String RUNNING = "In corso";

  private ProcessStatus() {}

  /** How far it is, from 0; a value that is not known is beyond those that are. */
  static int stage(String value) {
    int stage = LIFE_CYCLE.indexOf(value);
    return stage < 0 ? LIFE_CYCLE.size() : stage;
  }
}
