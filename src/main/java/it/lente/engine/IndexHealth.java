package it.lente.engine;

import java.util.List;

/**
 * Whether an index is as it was written.
 *
 * @param detail which commit was looked at
 * @param processes how many were read with all their pages
 * @param damage what is wrong, each in a sentence; empty if the index is sound
 */
public record IndexHealth(String detail, int processes, List<String> damage) {

  public IndexHealth {
    damage = List.copyOf(damage);
  }
}
