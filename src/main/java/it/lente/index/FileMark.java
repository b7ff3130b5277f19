package it.lente.index;

import it.lente.record.AttachmentState;
import it.lente.source.FoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
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

  /** There is something, and it cannot be read. */
  static final FileMark UNREADABLE = new FileMark(-2, 0, "", AttachmentState.FAILED, false);

  /**
   * Looks at the file without opening it.
   *
   * @param folder that it is below; if that is not there, nothing is known to have gone
   */
  static FileMark look(Path file, Path folder) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      if (seen.isRegularFile()) {
        return new FileMark(
            seen.size(),
            seen.lastModifiedTime().to(TimeUnit.NANOSECONDS),
            "",
            AttachmentState.MISSING,
            false);
      }
      return seen.isDirectory() ? NONE : UNREADABLE;
    } catch (IOException unseen) {
      return hasGone(file, folder) ? NONE : UNREADABLE;
    }
  }

  /** A file has gone if the nearest thing above it that is there is a folder. */
  private static boolean hasGone(Path file, Path folder) {
    for (Path at = file; at.startsWith(folder); at = at.getParent()) {
      try {
        BasicFileAttributes seen =
            Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return seen.isDirectory();
      } catch (NoSuchFileException absent) {
        // The folder above it decides.
      } catch (IOException unseen) {
        return false;
      }
    }
    return false;
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
