package it.lente.index;

/**
 * Something that could not be used, or not wholly.
 *
 * @param where a file, with a line where that helps
 */
public record Problem(String where, String reason) {

  @Override
  public String toString() {
    return where + ": " + reason;
  }
}
