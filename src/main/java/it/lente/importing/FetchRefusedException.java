package it.lente.importing;

import java.io.IOException;

/** A file may not be fetched; trying again would change nothing. */
final class FetchRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  FetchRefusedException(String message) {
    super(message);
  }
}
