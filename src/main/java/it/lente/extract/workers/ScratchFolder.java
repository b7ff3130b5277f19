package it.lente.extract.workers;

import it.lente.extract.texts.TextStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.apache.commons.io.FileUtils;

/**
 * The folder in which a process gives each of its workers a folder. The process holds a lock on the
 * outer folder. An unlocked one was left by a process that was killed, and is deleted.
 */
final class ScratchFolder implements AutoCloseable {

  private static final String LOCK = "lock";

  /** A new folder that is not locked yet looks abandoned. */
  private static final Duration ABANDONED_AFTER = Duration.ofMinutes(1);

  private final Path folder;
  private final FileChannel lock;

  private ScratchFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Makes a folder in the parent, and deletes the abandoned ones there. */
  static ScratchFolder below(Path parent) throws IOException {
    Files.createDirectories(parent);
    deleteAbandoned(parent);
    Path folder = Files.createTempDirectory(parent, "run");
    FileChannel lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    lock.lock();
    return new ScratchFolder(folder, lock);
  }

  /** Returns a new empty folder. */
  Path newFolder() throws IOException {
    return Files.createTempDirectory(folder, "worker");
  }

  @Override
  public void close() {
    try (lock) {
      delete(folder);
    } catch (IOException unlocked) {
      // The lock ends with the process at the latest.
    }
  }

  private static void deleteAbandoned(Path parent) {
    for (Path run : TextStore.olderThan(ABANDONED_AFTER, parent)) {
      try {
        if (!isLocked(run)) {
          delete(run);
        }
      } catch (IOException e) {
        // An abandoned folder only costs space, until the next process tries to delete it.
      }
    }
  }

  private static boolean isLocked(Path run) throws IOException {
    if (!Files.exists(run.resolve(LOCK))) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(run.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock got = channel.tryLock()) {
      return got == null;
    } catch (OverlappingFileLockException ofThisProcess) {
      return true;
    }
  }

  /** Deletes a folder with its content. Files that cannot be deleted only cost space. */
  static void delete(Path folder) {
    // The next process that makes a scratch folder tries again.
    FileUtils.deleteQuietly(folder.toFile());
  }
}
