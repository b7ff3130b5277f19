package it.lente.extract;

import it.lente.record.AttachmentText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Returns the text of attachments. Safe for use by several threads. */
public interface AttachmentTextSource {

  /** Returns a version that changes whenever the same bytes may give another text. */
  String version();

  /** Returns the SHA-256 of a file's bytes, in hexadecimal. */
  String sha256(Path file) throws IOException;

  /** Returns the text of a file. An unreadable file gives a text with a state and its reason. */
  Reading read(Path file, String sha256) throws IOException;

  /** Returns the stored text of a content without opening a file, or nothing if none is stored. */
  Optional<Reading> kept(String sha256);

  /** Returns whether {@link #read} includes the text of recognised pictures in a content. */
  boolean recognized(String sha256);

  /**
   * Recognises the pictures in a file. Afterwards {@link #read} includes their text.
   *
   * @param sha256 of the file
   * @throws NotReadNowException if the attempt failed for a reason outside the file
   */
  void recognize(Path file, String sha256) throws IOException;

  /** A text and its origin; {@code waiting} if it has pictures that are not yet recognised. */
  record Reading(AttachmentText text, Way way, boolean waiting) {}

  /** Origin of a text. */
  enum Way {
    /** The text was stored earlier, so the file was not opened. */
    STORED,
    /** The text was read from the file. */
    EXTRACTED,
    /** The text was read from the file, and another run stored the same meanwhile. */
    EXTRACTED_TWICE,
    /** The text was not read, because it belongs to another slice of the collection. */
    OTHER_SLICE,
    /** The text was not stored, for a reason outside the file: another attempt may succeed. */
    NOT_KEPT
  }
}
