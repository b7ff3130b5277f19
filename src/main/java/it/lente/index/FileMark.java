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
 * Remembers the state of an attachment's file.
 *
 * @param size bytes, -1 if there is no file
 * @param modified the time of last change, nanoseconds since 1970
 * @param sha256 of its bytes, the empty string if they were not read
 * @param state the result of reading it, {@code MISSING} before
 * @param waiting whether it contains pictures that have not been recognised
 */
record FileMark(long size, long modified, String sha256, AttachmentState state, boolean waiting) {

  /** There is no file. */
  static final FileMark NONE = new FileMark(-1, 0, "", AttachmentState.MISSING, false);

  /** A file exists but cannot be read. */
  static final FileMark UNREADABLE = new FileMark(-2, 0, "", AttachmentState.FAILED, false);

  /**
   * Checks the file without opening it.
   *
   * @param folder that contains it; if missing, files in it are not known to have disappeared
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

  /** Returns whether the nearest existing ancestor, up to {@code folder}, is a folder. */
  private static boolean hasGone(Path file, Path folder) {
    for (Path at = file; at.startsWith(folder); at = at.getParent()) {
      try {
        BasicFileAttributes seen =
            Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return seen.isDirectory();
      } catch (NoSuchFileException absent) {
        // The parent folder decides.
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

  /** Returns whether the file is probably the one that this mark describes. */
  boolean sameFileAs(FileMark other) {
    return size == other.size && modified == other.modified;
  }

  FileMark as(String hash, AttachmentState became, boolean waits) {
    return new FileMark(size, modified, hash, became, waits);
  }

  /** Returns whether there is nothing to retry: the bytes were read, or there is no file. */
  boolean settled() {
    return !exists() || !sha256.isEmpty();
  }
}
