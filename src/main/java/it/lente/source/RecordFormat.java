package it.lente.source;

import java.io.IOException;

/** Reads the records of the files with one extension. */
interface RecordFormat {

  /** Returns the extension in lower case, without a dot. */
  String extension();

  /**
   * Passes on the records of a file, in their order, except those that are known by their stamps.
   *
   * @throws UnusableFileException if there can be no record in the file
   */
  void read(SourceFile file, RecordAssembly records) throws IOException;
}
