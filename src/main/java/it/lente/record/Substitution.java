package it.lente.record;

import java.util.List;

/**
 * Words that were looked for beside what was typed, or in its place.
 *
 * @param typed as typed
 * @param searched one at least
 */
public record Substitution(String typed, List<String> searched) {

  public Substitution {
    searched = List.copyOf(searched);
  }
}
