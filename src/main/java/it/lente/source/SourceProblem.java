package it.lente.source;

import it.lente.record.Reason;

/**
 * A file in the folders that could not be used, or only in part.
 *
 * @param file by its path below the records folder, or, for an attachment, with the name of the
 *     attachments folder in front; the empty string if the reason names several
 * @param line counted from 1, 0 if it concerns no line
 * @param within part of the line, «position 12, record «x»»; empty for all of it
 * @param reason the problem and its remedy
 */
public record SourceProblem(String file, int line, String within, Reason reason) {

  public SourceProblem(String file, int line, Reason reason) {
    this(file, line, "", reason);
  }

  /** Returns file, line and part of the line for people. */
  public String place() {
    return file + (line == 0 ? "" : ", line " + line) + (within.isEmpty() ? "" : ", " + within);
  }
}
