package it.lente.extract.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Makes archives for the tests. */
final class Archives {

  /** A file to be packed. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  record Packed(String name, byte[] bytes) {}

  private Archives() {}

  static Packed packed(String name, byte[] bytes) {
    return new Packed(name, bytes);
  }

  static Packed packed(String name, String text) {
    return new Packed(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] zip(Packed... members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Packed member : members) {
        zip.putNextEntry(new ZipEntry(member.name()));
        zip.write(member.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] tar(Packed... members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Packed member : members) {
        TarArchiveEntry entry = new TarArchiveEntry(member.name());
        entry.setSize(member.bytes().length);
        tar.putArchiveEntry(entry);
        tar.write(member.bytes());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] sevenZ(Path folder, Packed... members) throws IOException {
    Path file = Files.createTempFile(folder, "archive", ".7z");
    try (SevenZOutputFile sevenZ = new SevenZOutputFile(file.toFile())) {
      write(sevenZ, members);
    }
    return Files.readAllBytes(file);
  }

  static byte[] lockedSevenZ(Path folder, String password, Packed... members) throws IOException {
    Path file = Files.createTempFile(folder, "archive", ".7z");
    try (SevenZOutputFile sevenZ = new SevenZOutputFile(file.toFile(), password.toCharArray())) {
      write(sevenZ, members);
    }
    return Files.readAllBytes(file);
  }

  private static void write(SevenZOutputFile sevenZ, Packed... members) throws IOException {
    for (Packed member : members) {
      SevenZArchiveEntry entry = new SevenZArchiveEntry();
      entry.setName(member.name());
      sevenZ.putArchiveEntry(entry);
      sevenZ.write(member.bytes());
      sevenZ.closeArchiveEntry();
    }
  }

  /** The same zip whose members claim to be under a password: those whose name holds a text. */
  static byte[] underPassword(byte[] zip, String name) {
    byte[] locked = zip.clone();
    String letters = new String(zip, StandardCharsets.ISO_8859_1);
    // In a local head the flags stand 24 bytes before the name, in the list at the end 38 before.
    for (int at = letters.indexOf(name); at >= 0; at = letters.indexOf(name, at + 1)) {
      int head = letters.startsWith("PK\1\2", at - 46) ? at - 38 : at - 24;
      locked[head] |= 1;
    }
    return locked;
  }
}
