package it.lente.engine;

import it.lente.record.AttachmentState;
import java.util.Set;

/**
 * Selects files by state.
 *
 * @param states to list; empty for all
 */
public record CoverageRequest(Set<AttachmentState> states, ResultWindow window) {

  public CoverageRequest {
    states = Set.copyOf(states);
  }
}
