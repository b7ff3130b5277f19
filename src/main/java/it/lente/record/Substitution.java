package it.lente.record;

import java.util.List;

/**
 * Words that were searched in addition to what was typed, or in its place.
 *
 * @param typed as typed
 * @param searched at least one
 */
public record Substitution(String typed, List<String> searched) {

  public Substitution {
    searched = List.copyOf(searched);
  }
}
