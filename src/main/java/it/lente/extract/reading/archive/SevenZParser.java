package it.lente.extract.reading.archive;

import it.lente.extract.reading.frame.EmbeddedFiles;
import it.lente.extract.reading.frame.FormatParser;
import it.lente.extract.reading.frame.ParsedFile;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;

/**
 * Unpacks 7z archives instead of Tika's own parser, which stops at a member without a date or under
 * a password. Public only because a service has to be.
 */
public final class SevenZParser extends FormatParser {

  private static final long serialVersionUID = 1L;

  /** Sufficient for the dictionaries that packers use, and far below the memory of a worker. */
  private static final int MEMORY_KIB = 128 << 10;

  public SevenZParser() {
    super("application/x-7z-compressed");
  }

  @Override
  protected void read(
      TikaInputStream bytes, Metadata metadata, ParsedFile file, ParseContext context)
      throws IOException, TikaException {
    EmbeddedFiles members = file.members();
    try (SevenZFile archive =
        SevenZFile.builder().setFile(bytes.getFile()).setMaxMemoryLimitKiB(MEMORY_KIB).get()) {
      for (SevenZArchiveEntry entry : archive.getEntries()) {
        if (!entry.isDirectory() && !members.isFull()) {
          read(archive, entry, members);
        }
      }
    } catch (PasswordRequiredException e) {
      throw new EncryptedDocumentException(e);
    }
  }

  private static void read(SevenZFile archive, SevenZArchiveEntry entry, EmbeddedFiles members)
      throws IOException {
    String name = entry.getName() == null ? "" : entry.getName();
    try (InputStream bytes = archive.getInputStream(entry)) {
      members.add(name, bytes);
    }
  }
}
