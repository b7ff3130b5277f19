package it.lente.engine;

import it.lente.record.AttachmentState;
import java.util.Set;

/**
 * Which files are to be listed.
 *
 * @param states those wanted, none for all
 */
public record CoverageRequest(Set<AttachmentState> states, Window window) {

  public CoverageRequest {
    states = Set.copyOf(states);
  }
}
