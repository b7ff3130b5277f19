package it.lente.extract;

import it.lente.record.AttachmentText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the text of attachments comes from. Safe for use by several threads. */
public interface AttachmentTextSource {

  /** Changes whenever the same bytes may give another text. */
  String version();

  /** The SHA-256 of a file's bytes, in hexadecimal. */
  String sha256(Path file) throws IOException;

  /**
   * The text of a file. A file that cannot be made sense of is no error, it has a state.
   *
   * @param sha256 of the file
   */
  Reading read(Path file, String sha256) throws IOException;

  /** The text that is kept of a content, nothing if there is none: no file is opened. */
  Optional<Reading> kept(String sha256);

  /**
   * Whether the pictures in a content have been recognised, so that {@link #read} tells of them.
   */
  boolean recognized(String sha256);

  /**
   * Recognises the pictures in a file; from then on {@link #read} tells what is on them.
   *
   * @param sha256 of the file
   * @throws NotReadNowException when the attempt failed for a reason that is not the file's
   */
  void recognize(Path file, String sha256) throws IOException;

  /**
   * A text and how it was come by.
   *
   * @param waiting whether it has pictures that have not been recognised
   */
  record Reading(AttachmentText text, Way way, boolean waiting) {}

  /** How a text was come by. */
  enum Way {
    /** Kept from an earlier time: the file was not opened. */
    STORED,
    /** Read from the file. */
    EXTRACTED,
    /** Not kept, for a reason that is not the file's: worth another try at another time. */
    NOT_KEPT
  }
}
