package it.lente.extract.workers;

import it.lente.extract.NotReadNowException;
import it.lente.extract.TextRecognizer;
import it.lente.record.AttachmentText;
import it.lente.record.Reason;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Recognises pictures in separate workers, which run Tesseract. Files with a text of their own need
 * not wait for them.
 */
public final class WorkerTextRecognizer implements TextRecognizer, AutoCloseable {

  private final WorkerTextExtractor workers;
  private final InstalledTesseract tesseract;

  /** Starts no process before there is a picture. Closes the workers, which must be its own. */
  public WorkerTextRecognizer(WorkerTextExtractor workers, InstalledTesseract tesseract) {
    this.workers = workers;
    this.tesseract = tesseract;
  }

  @Override
  public Optional<Reason> unavailable() {
    return tesseract.missing();
  }

  @Override
  public AttachmentText recognize(Path file) {
    unavailable()
        .ifPresent(why -> {
          throw new NotReadNowException(why);
        });
    return workers.read(ReadRequest.of(file).withPictures(tesseract.languages()));
  }

  @Override
  public void close() {
    workers.close();
  }
}
