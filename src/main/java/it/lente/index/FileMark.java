package it.lente.index;

import it.lente.record.AttachmentState;
import it.lente.source.FoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What is remembered of an attachment's file.
 *
 * @param size bytes, -1 if there is no file
 * @param modified the time of last change, nanoseconds since 1970
 * @param sha256 of its bytes, the empty string where they were not read
 * @param state what became of it, {@code MISSING} before it was looked at
 * @param waiting whether it holds pictures that have not been recognised
 */
record FileMark(long size, long modified, String sha256, AttachmentState state, boolean waiting) {

  /** There is no file. */
  static final FileMark NONE = new FileMark(-1, 0, "", AttachmentState.MISSING, false);

  /** Looks at the file without opening it. */
  static FileMark look(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return seen.isDirectory()
          ? NONE
          : new FileMark(
              seen.size(),
              seen.lastModifiedTime().to(TimeUnit.NANOSECONDS),
              "",
              AttachmentState.MISSING,
              false);
    } catch (IOException absent) {
      return NONE;
    }
  }

  static FileMark of(FoundFile file) {
    return new FileMark(file.size(), file.modified(), "", AttachmentState.MISSING, false);
  }

  boolean exists() {
    return size >= 0;
  }

  /** Whether the file can be taken for the one that this mark was made from. */
  boolean sameFileAs(FileMark other) {
    return size == other.size && modified == other.modified;
  }

  FileMark as(String hash, AttachmentState became, boolean waits) {
    return new FileMark(size, modified, hash, became, waits);
  }

  /** Whether nothing is left to be tried: the bytes were read, or there are none to read. */
  boolean settled() {
    return !exists() || !sha256.isEmpty();
  }
}
