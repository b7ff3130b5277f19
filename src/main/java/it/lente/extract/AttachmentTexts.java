package it.lente.extract;

import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import java.io.IOException;
import java.nio.file.Path;

/** The text of a file: the one that was kept of the same bytes, else a new one, which is kept. */
public final class AttachmentTexts implements Texts {

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final TextExtractor extractor;
  private final TextStore store;

  public AttachmentTexts(TextExtractor extractor, TextStore store) {
    this.extractor = extractor;
    this.store = store;
  }

  /**
   * Never fails for the file's sake. What failed for a reason outside the file is answered as
   * {@link AttachmentState#FAILED}, or with what was read, and not kept.
   *
   * @throws TextsNotKeptException if the store's folder cannot be written
   */
  @Override
  public Reading read(Path file, String sha256) {
    return store
        .get(sha256, version())
        .map(kept -> new Reading(kept, Way.STORED))
        .orElseGet(() -> extract(file, sha256));
  }

  @Override
  public String sha256(Path file) throws IOException {
    return ContentHash.sha256(file);
  }

  @Override
  public String version() {
    return extractor.version();
  }

  private Reading extract(Path file, String sha256) {
    try {
      AttachmentText text = extractor.extract(file);
      // A file that was written to meanwhile would leave its text under another content's hash.
      if (!sha256(file).equals(sha256)) {
        return new Reading(text, Way.NOT_KEPT);
      }
      keep(sha256, text);
      return new Reading(text, Way.EXTRACTED);
    } catch (NotReadNowException e) {
      return new Reading(e.text(), Way.NOT_KEPT);
    } catch (IOException e) {
      return new Reading(
          AttachmentText.unread(AttachmentState.FAILED, PlainReason.ofReading(e), UNKNOWN_TYPE),
          Way.NOT_KEPT);
    }
  }

  private void keep(String sha256, AttachmentText text) {
    try {
      store.put(sha256, version(), text);
    } catch (IOException e) {
      throw new TextsNotKeptException(e);
    }
  }
}
