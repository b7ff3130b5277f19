package it.lente.record;

import java.util.List;

/** The stages of a process. The vocabulary is open: unknown values sort after the known ones. */
public final class ProcessStatus {

  /** The known values, in the order of the life cycle. */
  public static final List<String> LIFE_CYCLE = List.of("Progetto", "In corso", "Concluso");

  /** The status of a process that still runs: its years extend to its last change. */
  public static final String RUNNING = "In corso";

  private ProcessStatus() {}

  /** Returns the position in the life cycle, from 0; unknown values come after the known ones. */
  static int stage(String value) {
    int stage = LIFE_CYCLE.indexOf(value);
    return stage < 0 ? LIFE_CYCLE.size() : stage;
  }
}
