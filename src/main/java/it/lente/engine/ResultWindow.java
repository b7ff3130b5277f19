package it.lente.engine;

import java.util.Optional;

/**
 * A part of a list.
 *
 * @param after where the list is continued, empty for its beginning
 * @param offset number of processes to skip from there, from 0
 * @param size maximum number of processes to show, from 0
 */
public record ResultWindow(Optional<ListPosition> after, int offset, int size) {

  public ResultWindow {
    if (offset < 0 || size < 0) {
      throw new IllegalArgumentException("offset and size start at 0: " + offset + ", " + size);
    }
  }

  /** Creates a part counted from the beginning of the list. */
  public ResultWindow(int offset, int size) {
    this(Optional.empty(), offset, size);
  }

  /** Returns the part that follows a position. */
  public static ResultWindow after(ListPosition place, int size) {
    return new ResultWindow(Optional.of(place), 0, size);
  }

  /** Returns a window of another size at the same position. */
  public ResultWindow sized(int other) {
    return new ResultWindow(after, offset, other);
  }
}
