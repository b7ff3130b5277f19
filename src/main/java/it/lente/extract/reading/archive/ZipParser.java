package it.lente.extract.reading.archive;

import it.lente.extract.PlainReason;
import it.lente.extract.ReasonException;
import it.lente.extract.reading.frame.EmbeddedFiles;
import it.lente.extract.reading.frame.FormatParser;
import it.lente.extract.reading.frame.ParsedFile;
import it.lente.record.AttachmentState;
import it.lente.record.ReasonCode;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;

/**
 * Unpacks zips instead of Tika's own parser, which does not report members under a password and
 * guesses the letters of their names. Public only because a service has to be.
 */
public final class ZipParser extends FormatParser {

  private static final long serialVersionUID = 1L;

  /** The character set of names that Windows does not write in UTF-8. */
  private static final Charset DOS =
      Charset.isSupported("IBM850") ? Charset.forName("IBM850") : StandardCharsets.ISO_8859_1;

  /** Size in bytes of a zip without files. */
  private static final int EMPTY = 22;

  /** Takes zips and signed containers of the EU, which are zips of files and signatures. */
  public ZipParser() {
    super("application/zip", "application/vnd.etsi.asic-e+zip", "application/vnd.etsi.asic-s+zip");
  }

  @Override
  protected void read(
      TikaInputStream bytes, Metadata metadata, ParsedFile file, ParseContext context)
      throws IOException, TikaException {
    EmbeddedFiles members = file.members();
    if (!getSupportedTypes(context)
        .contains(MediaType.parse(metadata.get(Metadata.CONTENT_TYPE)))) {
      // This type is only packed as a zip, and its parts have no text to read.
      file.passOver();
      return;
    }
    try (ZipFile zip = ZipFile.builder().setFile(bytes.getFile()).get()) {
      requireEntries(zip, bytes.getFile());
      read(zip, members);
    } catch (IOException e) {
      if (members.all().isEmpty()) {
        readWithoutDirectory(bytes.getFile(), members);
      }
      throw e;
    }
  }

  private static void requireEntries(ZipFile zip, File file) throws IOException {
    if (!zip.getEntries().hasMoreElements() && file.length() > EMPTY) {
      throw new ReasonException(ReasonCode.LIST_MISSING.with());
    }
  }

  private static void read(ZipFile zip, EmbeddedFiles members) {
    for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
      if (members.isFull()) {
        return;
      }
      if (!entry.isDirectory()) {
        read(zip, entry, members);
      }
    }
  }

  private static void read(ZipFile zip, ZipArchiveEntry entry, EmbeddedFiles members) {
    String name = name(entry);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      members.addUnread(name, AttachmentState.ENCRYPTED, ReasonCode.LOCKED.with());
      return;
    }
    try (InputStream bytes = new Checked(zip.getInputStream(entry), entry.getCrc())) {
      members.add(name, bytes);
    } catch (UnsupportedZipFeatureException e) {
      members.addUnread(name, AttachmentState.UNSUPPORTED, ReasonCode.UNPACKABLE.with());
    } catch (IOException e) {
      members.addUnread(name, AttachmentState.FAILED, PlainReason.of(e));
    }
  }

  /** Reads the members in sequence, because a zip that is cut off has no list at its end. */
  private static void readWithoutDirectory(File file, EmbeddedFiles members) {
    try (ZipArchiveInputStream zip =
        new ZipArchiveInputStream(
            new BufferedInputStream(new FileInputStream(file)), "UTF-8", true, true)) {
      ZipArchiveEntry entry = zip.getNextEntry();
      while (entry != null && !members.isFull()) {
        if (!entry.isDirectory() && zip.canReadEntryData(entry)) {
          members.add(name(entry), zip);
        }
        entry = zip.getNextEntry();
      }
    } catch (IOException e) {
      // The damage is known and reported already.
    }
  }

  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    if (raw == null) {
      return entry.getName();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return new String(raw, DOS);
    }
  }

  /** Fails at the end of bytes that differ from those that were packed. */
  private static final class Checked extends CheckedInputStream {

    private final long expected;

    Checked(InputStream bytes, long expected) {
      super(bytes, new CRC32());
      this.expected = expected;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
      int read = super.read(into, start, length);
      if (read < 0 && expected >= 0 && getChecksum().getValue() != expected) {
        throw new ReasonException(ReasonCode.WRONG_CHECKSUM.with());
      }
      return read;
    }
  }
}
