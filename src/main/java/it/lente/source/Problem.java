package it.lente.source;

/**
 * Something in the folders that could not be used, or only in part.
 *
 * @param file by its path below the records folder, or, for an attachment, with the name of the
 *     attachments folder in front
 * @param line counted from 1, 0 where no line is to blame
 * @param reason for people: what is wrong and what cures it
 */
public record Problem(String file, int line, String reason) {

  @Override
  public String toString() {
    return (line == 0 ? file : file + ", line " + line) + ": " + reason;
  }
}
