package it.lente.extract.reading.frame;

import it.lente.extract.NotReadNowException;
import it.lente.extract.ReasonException;
import it.lente.record.ReasonCode;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** Reads a page that is a picture: renders it and recognises its words. */
public interface PageRecognizer {

  /** Renders one page. */
  @FunctionalInterface
  interface Painting {

    /**
     * Returns the page as it is displayed, at a scale in pixels per point.
     *
     * @throws LeftOutException if a picture would be missing
     */
    BufferedImage at(float scale) throws IOException;
  }

  /** Thrown for a picture of a kind that cannot be rendered here. */
  final class LeftOutException extends ReasonException {

    private static final long serialVersionUID = 1L;

    public LeftOutException(Exception cause) {
      super(ReasonCode.NOT_PAINTED.with(), cause);
    }
  }

  /**
   * Returns the page with the words that were recognised on it, or with the reason why it could not
   * be read.
   *
   * @param read the page as it was read without recognition, and judged
   * @throws NotReadNowException if recognition is not possible on this machine
   */
  ReadPage recognize(ReadPage read, Painting painting);
}
