package it.lente.extract;

import it.lente.record.AttachmentText;
import it.lente.record.Reason;
import java.nio.file.Path;
import java.util.Optional;

/** Optical character recognition: reads the text in pictures. Safe for use by several threads. */
public interface TextRecognizer {

  /** Returns why pictures cannot be recognised now, or nothing if they can. */
  Optional<Reason> unavailable();

  /**
   * Reads a file like a {@link TextExtractor}, and the text in the pictures on its pages. A page
   * that could not be recognised stays marked for recognition, with the reason.
   *
   * @throws NotReadNowException when the attempt says nothing about the file
   */
  AttachmentText recognize(Path file);

  /** Returns a recogniser that recognises nothing and gives the reason. */
  static TextRecognizer none(Reason why) {
    return new TextRecognizer() {
      @Override
      public Optional<Reason> unavailable() {
        return Optional.of(why);
      }

      @Override
      public AttachmentText recognize(Path file) {
        throw new NotReadNowException(why);
      }
    };
  }
}
