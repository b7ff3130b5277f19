package it.lente.engine;

import it.lente.record.AttachmentState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reports how much of the collection's files can be searched.
 *
 * @param states every state of a file, in the order of the closed list
 * @param total number of files in one of the requested states
 * @param files the files of the window; engines sort them by process id, then in the record's order
 */
public record Coverage(
    Map<AttachmentState, StateCount> states, int total, List<CoverageFile> files) {

  /**
   * Counts the files in one state.
   *
   * @param pages their pages, including those that could not be read
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

  /** Counts all files, whichever states were requested. */
  public StateCount all() {
    return states.values().stream().reduce(StateCount.NONE, StateCount::plus);
  }
}
