package it.lente.extract.reading.frame;

import it.lente.record.AttachmentText;
import java.nio.file.Path;

/** The file that is being parsed. Parsers find it in Tika's parse context and leave text in it. */
public interface ParsedFile {

  /** Returns the type that Tika detected, without parameters. */
  String mediaType();

  PdfPages pdf();

  Sections sections();

  EmbeddedFiles members();

  /** Records that the file has a type that cannot be read here. */
  void passOver();

  /** Reads a file that was unpacked from this one, within the same limits. */
  AttachmentText readInside(Path file, String name, PdfPages pages);
}
