package it.lente.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The job of reading a file.
 *
 * @param file its absolute path
 * @param last the numbers of pages to be read after all others, because a worker died of them
 * @param languages of the pictures on pages that are to be recognised, as Tesseract names them
 *     («ita+eng»); nothing to leave pictures alone
 */
public record ReadRequest(String file, List<Integer> last, Optional<String> languages) {

  public ReadRequest {
    last = List.copyOf(last);
  }

  /** To read the text that the file holds. */
  public static ReadRequest of(Path file) {
    return new ReadRequest(file.toAbsolutePath().toString(), List.of(), Optional.empty());
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
  ReadRequest after(List<Integer> fatal) {
    return new ReadRequest(file, fatal, languages);
  }
}
