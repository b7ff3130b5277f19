package it.lente.engine;

import java.util.List;

/**
 * Reports whether an index is as it was written.
 *
 * @param detail which commit was checked
 * @param processes number of processes read with all their pages
 * @param damage a sentence for each defect; empty if the index is sound
 */
public record IndexHealth(String detail, int processes, List<String> damage) {

  public IndexHealth {
    damage = List.copyOf(damage);
  }
}
