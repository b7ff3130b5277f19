package it.lente.extract.workers;

import it.lente.record.Reason;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to read a file.
 *
 * @param file its absolute path
 * @param last the pages to be read after all others, because a worker died of them: their numbers
 *     and why it died
 * @param languages of the pictures on pages that are to be recognised, as Tesseract names them
 *     («ita+eng»); nothing to ignore pictures
 */
public record ReadRequest(String file, Map<Integer, Reason> last, Optional<String> languages) {

  public ReadRequest {
    last = Collections.unmodifiableMap(new LinkedHashMap<>(last));
  }

  /** Requests the text of the file without its pictures. */
  public static ReadRequest of(Path file) {
    return new ReadRequest(file.toAbsolutePath().toString(), Map.of(), Optional.empty());
  }

  /** Requests the recognition of pictures too, in languages as in {@link #languages}. */
  ReadRequest withPictures(String named) {
    return new ReadRequest(file, last, Optional.of(named));
  }

  /** Requests the pages of which a worker died after all others. */
  ReadRequest after(Map<Integer, Reason> fatal) {
    return new ReadRequest(file, fatal, languages);
  }
}
