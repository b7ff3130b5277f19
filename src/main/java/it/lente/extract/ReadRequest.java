package it.lente.extract;

import it.lente.record.Reason;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The job of reading a file.
 *
 * @param file its absolute path
 * @param last the pages to be read after all others, because a worker died of them: their numbers
 *     and why it died
 * @param languages of the pictures on pages that are to be recognised, as Tesseract names them
 *     («ita+eng»); nothing to leave pictures alone
 */
public record ReadRequest(String file, Map<Integer, Reason> last, Optional<String> languages) {

  public ReadRequest {
    last = Collections.unmodifiableMap(new LinkedHashMap<>(last));
  }

  /** To read the text that the file holds. */
  public static ReadRequest of(Path file) {
    return new ReadRequest(file.toAbsolutePath().toString(), Map.of(), Optional.empty());
  }

  /**
   * The same file, and what is pictured on its pages.
   *
   * @param named as in {@link #languages}
   */
  ReadRequest withPictures(String named) {
    return new ReadRequest(file, last, Optional.of(named));
  }

  /** The same file, pages of which a worker died last. */
  ReadRequest after(Map<Integer, Reason> fatal) {
    return new ReadRequest(file, fatal, languages);
  }
}
