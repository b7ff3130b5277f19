package it.lente.extract;

import it.lente.record.AttachmentText;
import java.nio.file.Path;

/** Turns a file into text, part by part. Safe for use by several threads. */
public interface TextExtractor {

  /**
   * Reads a file whatever it is like: one that is damaged, locked, empty or of a type without a
   * reader is answered with a state and its reason.
   *
   * @throws NotReadNowException when the attempt says nothing about the file, because its bytes
   *     could not be had or its reader was ended from outside
   */
  AttachmentText extract(Path file);

  /**
   * Changes whenever the text made of the same bytes may change. Letters, digits, dots and hyphens
   * only, so that it can be part of a file name.
   */
  String version();
}
