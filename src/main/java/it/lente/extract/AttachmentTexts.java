package it.lente.extract;

import it.lente.extract.judging.TextLanguage;
import it.lente.extract.texts.ContentHash;
import it.lente.extract.texts.TextStore;
import it.lente.extract.texts.TextsNotKeptException;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageState;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Returns the stored text of the same bytes, or else extracts and stores a new one. */
public final class AttachmentTexts implements AttachmentTextSource {

  private static final String UNKNOWN_TYPE = "application/octet-stream";

  /** Follows the extractor's version in the version of texts that include recognised pictures. */
  private static final String RECOGNIZED = "-ocr1";

  private final TextExtractor extractor;
  private final TextRecognizer recognizer;
  private final TextStore store;

  /** By the hash of each content that is being read. */
  private final Map<String, Object> reading = new ConcurrentHashMap<>();

  public AttachmentTexts(TextExtractor extractor, TextRecognizer recognizer, TextStore store) {
    this.extractor = extractor;
    this.recognizer = recognizer;
    this.store = store;
  }

  /**
   * Never fails because of the file. After a failure outside the file the result is {@link
   * AttachmentState#FAILED}, or the part that was read, and is not stored.
   *
   * @throws TextsNotKeptException if the store's folder cannot be written
   */
  @Override
  public Reading read(Path file, String sha256) {
    Object turn = reading.computeIfAbsent(sha256, first -> new Object());
    // A second file with the same bytes waits for the text of the first.
    synchronized (turn) {
      try {
        return kept(sha256).orElseGet(() -> extract(file, sha256));
      } finally {
        reading.remove(sha256, turn);
      }
    }
  }

  @Override
  public Optional<Reading> kept(String sha256) {
    return sha256.isEmpty()
        ? Optional.empty()
        : store
            .get(sha256, recognizedVersion())
            .map(kept -> new Reading(kept, Way.STORED, false))
            .or(() -> store.get(sha256, version()).map(kept -> reading(kept, Way.STORED)));
  }

  @Override
  public boolean recognized(String sha256) {
    return store.has(sha256, recognizedVersion());
  }

  @Override
  public void recognize(Path file, String sha256) throws IOException {
    AttachmentText text = TextLanguage.withLanguage(recognizer.recognize(file));
    if (sha256(file).equals(sha256)) {
      keep(sha256, recognizedVersion(), text);
    }
  }

  @Override
  public String sha256(Path file) throws IOException {
    return ContentHash.sha256(file);
  }

  @Override
  public String version() {
    return extractor.version();
  }

  /** Reads every stored text. Fails if the store's folder cannot be listed. */
  public TextStore.Check check() throws IOException {
    return store.check(Set.of(version(), recognizedVersion()));
  }

  private String recognizedVersion() {
    return version() + RECOGNIZED;
  }

  /** Returns a text without recognised pictures, and whether it has pictures to recognise. */
  private Reading reading(AttachmentText text, Way way) {
    boolean waiting = text.pages().stream().anyMatch(page -> page.state() == PageState.NEEDS_OCR);
    return new Reading(waiting ? text.because(waiting()) : text, way, waiting);
  }

  private Reason waiting() {
    return recognizer
        .unavailable()
        .map(ReasonCode.NO_RECOGNITION::with)
        .orElseGet(ReasonCode.WAITING::with);
  }

  private Reading extract(Path file, String sha256) {
    try {
      boolean damaged = store.has(sha256, version());
      AttachmentText text = TextLanguage.withLanguage(extractor.extract(file));
      // The text of a file that has changed meanwhile would be stored under another content's hash.
      if (!sha256(file).equals(sha256)) {
        return new Reading(text, Way.NOT_KEPT, false);
      }
      boolean twice = !damaged && store.has(sha256, version());
      keep(sha256, version(), text);
      return reading(text, twice ? Way.EXTRACTED_TWICE : Way.EXTRACTED);
    } catch (NotReadNowException e) {
      return new Reading(TextLanguage.withLanguage(e.text()), Way.NOT_KEPT, false);
    } catch (IOException e) {
      return new Reading(
          AttachmentText.unread(AttachmentState.FAILED, PlainReason.ofReading(e), UNKNOWN_TYPE),
          Way.NOT_KEPT,
          false);
    }
  }

  private void keep(String sha256, String version, AttachmentText text) {
    try {
      store.put(sha256, version, text);
    } catch (IOException e) {
      throw new TextsNotKeptException(e);
    }
  }
}
