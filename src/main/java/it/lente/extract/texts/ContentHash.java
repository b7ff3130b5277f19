package it.lente.extract.texts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/** Identifies a content independently of the file's name. */
public final class ContentHash {

  private static final int CHUNK = 1 << 16;

  private ContentHash() {}

  /** Returns the SHA-256 of a file's bytes as 64 lower-case hex digits. The file is streamed. */
  public static String sha256(Path file) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
      return DigestUtils.sha256Hex(bytes);
    }
  }
}
