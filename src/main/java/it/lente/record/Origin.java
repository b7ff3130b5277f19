package it.lente.record;

/**
 * The source of a record: a file, by its path below the records folder, and its first line.
 *
 * @param line counted from 1; a scheda starts on line 1, a record of a JSON Lines file on its own
 */
public record Origin(String file, int line) {

  @Override
  public String toString() {
    return line == 1 ? file : file + ", line " + line;
  }
}
