package it.lente.engine;

import it.lente.record.AttachmentState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the collection's files can be searched.
 *
 * @param states every state that a file is in, in the order of the closed list
 * @param total the files that are in one of the states asked for
 * @param files those of the window, by the ids of their processes, then in the record's order
 */
public record Coverage(
    Map<AttachmentState, StateCount> states, int total, List<CoverageFile> files) {

  /**
   * Files in one state.
   *
   * @param pages that they have, also those that could not be read
   */
  public record StateCount(int files, long pages) {

    public static final StateCount NONE = new StateCount(0, 0);

    public StateCount plus(StateCount other) {
      return new StateCount(files + other.files, pages + other.pages);
    }
  }

  public Coverage {
    Map<AttachmentState, StateCount> ordered = new EnumMap<>(AttachmentState.class);
    ordered.putAll(states);
    states = Collections.unmodifiableMap(ordered);
    files = List.copyOf(files);
  }

  /** All files, whatever was asked for. */
  public StateCount all() {
    return states.values().stream().reduce(StateCount.NONE, StateCount::plus);
  }
}
