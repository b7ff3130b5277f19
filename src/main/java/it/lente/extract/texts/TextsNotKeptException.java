package it.lente.extract.texts;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The store of texts cannot be written. No file is to blame, but the run cannot continue. */
public final class TextsNotKeptException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  /** Quotes the store's exception, which has the error of the disk. */
  public TextsNotKeptException(IOException cause) {
    super(
        "The text of an attachment cannot be kept ("
            + cause.getMessage()
            + "). Make room on the disk or check the rights of the index folder",
        cause);
  }
}
