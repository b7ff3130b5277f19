package it.lente.extract;

import it.lente.record.AttachmentText;
import java.nio.file.Path;

/** Extracts the text of a file, page by page. Safe for use by several threads. */
public interface TextExtractor {

  /**
   * Reads any file. If it is damaged, locked, empty or of a type without a reader, the result has a
   * state and its reason.
   *
   * @throws NotReadNowException when the attempt says nothing about the file, because its bytes
   *     were not available or its reader was ended from outside
   */
  AttachmentText extract(Path file);

  /**
   * Returns a version that changes whenever the same bytes may give another text, with only
   * letters, digits, dots and hyphens, so that it can be part of a file name.
   */
  String version();
}
