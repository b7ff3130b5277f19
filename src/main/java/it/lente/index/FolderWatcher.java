package it.lente.index;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Detects changes in folders and their subfolders. Waits briefly for a quiet moment, so that a file
 * that is being copied is not read half-way. A folder may disappear and come back.
 */
public final class FolderWatcher implements AutoCloseable {

  /** Duration without changes that counts as quiet. */
  private static final Duration QUIET = Duration.ofMillis(300);

  /** Maximum wait for a quiet moment. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Interval at which a folder that is missing, or cannot be watched, is checked. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private static final Logger LOG = System.getLogger(FolderWatcher.class.getName());

  private static final WatchEvent.Kind<?>[] CHANGES = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final List<Path> roots;
  private final WatchService service;
  private final Map<WatchKey, Path> watched = new HashMap<>();
  private final Map<Path, Object> identities = new HashMap<>();

  /**
   * Watches from now on.
   *
   * @throws IOException if the system cannot watch folders
   */
  public FolderWatcher(List<Path> roots) throws IOException {
    this.roots = List.copyOf(roots);
    this.service = roots.getFirst().getFileSystem().newWatchService();
    rootsExchanged();
  }

  /**
   * Waits for a change; changes since the last call count.
   *
   * @return false once the watch is closed
   */
  public boolean awaitChange() throws InterruptedException {
    return awaitChange(() -> false);
  }

  /**
   * Waits for a change or another reason to continue.
   *
   * @param otherwise checked once a second
   * @return false once the watch is closed
   */
  public boolean awaitChange(BooleanSupplier otherwise) throws InterruptedException {
    try {
      while (true) {
        WatchKey key = service.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        boolean changed = key != null && take(key);
        if (rootsExchanged() || changed) {
          settle();
          return true;
        }
        if (otherwise.getAsBoolean()) {
          return true;
        }
      }
    } catch (ClosedWatchServiceException closed) {
      return false;
    }
  }

  private void settle() throws InterruptedException {
    long patience = System.nanoTime() + PATIENCE.toNanos();
    WatchKey key = service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
    while (key != null) {
      take(key);
      long left = Math.min(QUIET.toNanos(), patience - System.nanoTime());
      key = left <= 0 ? null : service.poll(left, TimeUnit.NANOSECONDS);
    }
  }

  /** Returns whether the key has a relevant change; new folders are watched at once. */
  private boolean take(WatchKey key) {
    Path folder = watched.get(key);
    boolean counts = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
        roots.forEach(this::register);
        counts = true;
      } else if (folder != null && event.context() instanceof Path name) {
        counts |= !name.toString().startsWith(".");
        if (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)) {
          register(folder.resolve(name));
        }
      }
    }
    if (!key.reset()) {
      watched.remove(key);
      counts = true;
    }
    return counts;
  }

  /** Compares the root folders, because one that disappears or is replaced causes no event. */
  private boolean rootsExchanged() {
    boolean exchanged = false;
    for (Path root : roots) {
      Object now = identity(root);
      if (!now.equals(identities.put(root, now))) {
        register(root);
        exchanged = true;
      }
    }
    return exchanged;
  }

  private static Object identity(Path root) {
    try {
      Object key = Files.readAttributes(root, BasicFileAttributes.class).fileKey();
      return key == null ? "there" : key;
    } catch (IOException absent) {
      return "absent";
    }
  }

  private void register(Path root) {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen)
                throws IOException {
              watched.put(folder.register(service, CHANGES), folder);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException refused) {
      if (Files.isDirectory(root)) {
        LOG.log(Level.WARNING, "{0} cannot be watched wholly: {1}", root, refused);
      }
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
