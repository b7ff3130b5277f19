package it.lente.engine;

/**
 * Which part of a list is shown.
 *
 * @param offset how many are passed over, from 0
 * @param size how many are shown at most, from 0
 */
public record Window(int offset, int size) {

  public Window {
    if (offset < 0 || size < 0) {
      throw new IllegalArgumentException("offset and size start at 0: " + offset + ", " + size);
    }
  }
}
