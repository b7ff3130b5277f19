package it.lente.extract;

import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a file: the one that was kept of the same bytes, else a new one, which is kept. */
public final class AttachmentTexts {

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final TextExtractor extractor;
  private final TextStore store;

  public AttachmentTexts(TextExtractor extractor, TextStore store) {
    this.extractor = extractor;
    this.store = store;
  }

  /**
   * Never fails for the file's sake. What failed for a reason outside the file is answered as
   * {@link AttachmentState#FAILED} and not kept, so that the next run tries again.
   *
   * @param sha256 the hash of the file's bytes, from {@link ContentHash}
   * @throws UncheckedIOException if the store's folder cannot be written
   */
  public AttachmentText read(Path file, String sha256) {
    Optional<AttachmentText> kept = store.get(sha256, extractor.version());
    return kept.orElseGet(() -> extract(file, sha256));
  }

  /** The version under which texts are kept. */
  public String version() {
    return extractor.version();
  }

  private AttachmentText extract(Path file, String sha256) {
    try {
      AttachmentText text = extractor.extract(file);
      // A file that was written to meanwhile would leave its text under another content's hash.
      if (ContentHash.sha256(file).equals(sha256)) {
        keep(sha256, text);
      }
      return text;
    } catch (NotReadNowException e) {
      return AttachmentText.unread(AttachmentState.FAILED, e.getMessage(), UNKNOWN_TYPE);
    } catch (IOException e) {
      return AttachmentText.unread(AttachmentState.FAILED, PlainReason.ofReading(e), UNKNOWN_TYPE);
    }
  }

  private void keep(String sha256, AttachmentText text) {
    try {
      store.put(sha256, extractor.version(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The text of an attachment could not be kept ("
              + e.getMessage()
              + "). Make room on the disk or check the rights of the index folder.",
          e);
    }
  }
}
