package it.lente.engine;

import java.util.Optional;

/**
 * A part of a list.
 *
 * @param behind where the list is continued, empty for its beginning
 * @param offset number of processes to skip from there, from 0
 * @param size maximum number of processes to show, from 0
 */
public record Window(Optional<Place> behind, int offset, int size) {

  public Window {
    if (offset < 0 || size < 0) {
      throw new IllegalArgumentException("offset and size start at 0: " + offset + ", " + size);
    }
  }

  /** Creates a part counted from the beginning of the list. */
  public Window(int offset, int size) {
    this(Optional.empty(), offset, size);
  }

  /** Returns the part that follows a position. */
  public static Window behind(Place place, int size) {
    return new Window(Optional.of(place), 0, size);
  }

  /** Returns a window of another size at the same position. */
  public Window sized(int other) {
    return new Window(behind, offset, other);
  }
}
