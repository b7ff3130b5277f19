package it.lente.record;

/** The closed list of states of an attachment; each has one of them. */
public enum AttachmentState implements Keyed {
  /** Every page was read. */
  INDEXED,
  /** The text was read by optical character recognition. */
  OCR,
  /** Some pages were read; the reason names them and the cause. */
  PARTIAL,
  /** Pages are pictures and wait for optical character recognition. */
  NEEDS_OCR,
  /** The file contains no text. */
  NO_TEXT,
  /** A password is needed. */
  ENCRYPTED,
  /** This type of file is not supported. */
  UNSUPPORTED,
  /** The file has no bytes. */
  EMPTY,
  /** The manifest names a file that is not in the folder. */
  MISSING,
  /** Reading failed; the reason gives the cause. */
  FAILED;

  /** Returns whether all readable text of the file can be searched. */
  public boolean whole() {
    return this == INDEXED || this == OCR;
  }
}
