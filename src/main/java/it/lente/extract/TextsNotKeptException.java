package it.lente.extract;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The store of texts cannot be written: no file is to blame, and none can be gone on with. */
public final class TextsNotKeptException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  /** The store's own exception says what the disk said. */
  public TextsNotKeptException(IOException cause) {
    super(
        "The text of an attachment cannot be kept ("
            + cause.getMessage()
            + "). Make room on the disk or check the rights of the index folder",
        cause);
  }
}
