package it.lente.extract;

import it.lente.record.AttachmentText;
import it.lente.record.Reason;
import java.nio.file.Path;
import java.util.Optional;

/** Optical character recognition: reads what is pictured. Safe for use by several threads. */
public interface TextRecognizer {

  /** Why pictures cannot be recognised now; nothing if they can. */
  Optional<Reason> unavailable();

  /**
   * Reads a file like a {@link TextExtractor}, and what is pictured on its pages as well. What
   * could not be recognised still needs to be, and the reason says why.
   *
   * @throws NotReadNowException when the attempt says nothing about the file
   */
  AttachmentText recognize(Path file);

  /** Recognises nothing, and says why. */
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
