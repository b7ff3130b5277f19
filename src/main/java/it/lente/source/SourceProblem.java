package it.lente.source;

import it.lente.record.Reason;

/**
 * Something in the folders that could not be used, or only in part.
 *
 * @param file by its path below the records folder, or, for an attachment, with the name of the
 *     attachments folder in front; the empty string if the reason names several
 * @param line counted from 1, 0 where no line is to blame
 * @param within what of the line is meant, «position 12, record «x»»; empty for all of it
 * @param reason what is wrong and what cures it
 */
public record SourceProblem(String file, int line, String within, Reason reason) {

  public SourceProblem(String file, int line, Reason reason) {
    this(file, line, "", reason);
  }

  /** Returns file, line and what of the line, as people read them. */
  public String place() {
    return file + (line == 0 ? "" : ", line " + line) + (within.isEmpty() ? "" : ", " + within);
  }
}
