package it.lente.engine.lucene;

import it.lente.engine.IndexLockedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Locks all generations for a run. The operating system releases the lock when its process dies, so
 * nothing needs cleaning up; the file only names the owner for people.
 */
final class RunLock implements AutoCloseable {

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws IndexLockedException with the owner's name, if another run has the lock
   */
  static RunLock take(Path file) {
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new IndexLockedException(
            "Another run is writing this index: %s. Wait until it ends, or stop it."
                .formatted(holder(file)));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(self().getBytes(StandardCharsets.UTF_8)));
      channel.force(false);
      return new RunLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("the lock " + file + " cannot be taken", e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String holder(Path file) throws IOException {
    String holder = Files.readString(file, StandardCharsets.UTF_8).strip();
    return holder.isEmpty() ? "its holder left no name in " + file : holder;
  }

  private static String self() {
    return "process %d, since %s%n"
        .formatted(ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the run's lock cannot be given back", e);
    }
  }
}
