package it.lente.record;

/** What became of an attachment: a closed list, one entry for each file. */
public enum AttachmentState implements Keyed {
  /** Every page was read. */
  INDEXED,
  /** Read by optical character recognition. */
  OCR,
  /** Some pages were read, the reason says which and why not all. */
  PARTIAL,
  /** Pages are pictures and wait for optical character recognition. */
  NEEDS_OCR,
  /** There is nothing to read. */
  NO_TEXT,
  /** A password is needed. */
  ENCRYPTED,
  /** No reader for this type of file. */
  UNSUPPORTED,
  /** The file has no bytes. */
  EMPTY,
  /** The manifest names a file that is not in the folder. */
  MISSING,
  /** Reading failed, the reason says how. */
  FAILED;

  /** Whether all that can be read in the file can be searched. */
  public boolean whole() {
    return this == INDEXED || this == OCR;
  }
}
