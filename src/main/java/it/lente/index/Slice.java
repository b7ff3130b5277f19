package it.lente.index;

/**
 * One of several parts into which the contents of a collection are divided by their hashes, so that
 * several machines read different files. Each content is in exactly one.
 *
 * @param number from 1 to {@code of}
 * @param of the number of parts, from 1
 */
public record Slice(int number, int of) {

  private static final int HEX = 16;

  /** Fits into a long without its sign. */
  private static final int DIGITS = 15;

  public Slice {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("no slice %d of %d".formatted(number, of));
    }
  }

  /**
   * Returns whether this slice has a content.
   *
   * @param sha256 of its bytes, in hexadecimal
   */
  boolean has(String sha256) {
    return Long.parseLong(sha256.substring(0, DIGITS), HEX) % of == number - 1;
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
