package it.lente.engine;

import java.util.Optional;

/**
 * Which part of a list is shown.
 *
 * @param behind where the list is taken up, nothing for its beginning
 * @param offset how many are passed over from there, from 0
 * @param size how many are shown at most, from 0
 */
public record Window(Optional<Place> behind, int offset, int size) {

  public Window {
    if (offset < 0 || size < 0) {
      throw new IllegalArgumentException("offset and size start at 0: " + offset + ", " + size);
    }
  }

  /** A part counted from the beginning of the list. */
  public Window(int offset, int size) {
    this(Optional.empty(), offset, size);
  }

  /** The part that begins at a place. */
  public static Window behind(Place place, int size) {
    return new Window(Optional.of(place), 0, size);
  }

  /** The same beginning, with more or fewer shown. */
  public Window sized(int other) {
    return new Window(behind, offset, other);
  }
}
