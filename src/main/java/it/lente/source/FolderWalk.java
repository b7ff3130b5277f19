package it.lente.source;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Lists the plain files below a folder, except hidden ones, without opening them. */
final class FolderWalk {

  private final Path folder;
  private final Path skipped;
  private final BiConsumer<String, Reason> problems;
  private final List<FoundFile> files = new ArrayList<>();

  private FolderWalk(Path folder, Path skipped, BiConsumer<String, Reason> problems) {
    this.folder = folder;
    this.skipped = skipped;
    this.problems = problems;
  }

  /**
   * Sorted by path. A link is followed only to a plain file inside the folder.
   *
   * @param folder by its real path
   * @param skipped the real path of a folder that is not walked
   * @param problems takes the path and the reason of each file left out
   * @throws IOException if the folder itself cannot be listed
   */
  static List<FoundFile> files(Path folder, Path skipped, BiConsumer<String, Reason> problems)
      throws IOException {
    FolderWalk walk = new FolderWalk(folder, skipped, problems);
    walk.list(folder, "");
    walk.files.sort(Comparator.comparing(FoundFile::path));
    return walk.files;
  }

  /** Returns the real path of a folder, or the given one if it does not exist. */
  static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException absent) {
      return folder;
    }
  }

  static boolean hidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private void list(Path directory, String prefix) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
      for (Path child : children) {
        if (!isDecoded(child)) {
          problems.accept(prefix + child.getFileName(), ReasonCode.NAME_UNDECODED.with());
        } else if (!hidden(child)) {
          visit(child, prefix + child.getFileName());
        }
      }
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
  }

  /** Returns whether a name is decoded without loss, so that it leads back to its bytes. */
  private static boolean isDecoded(Path child) {
    try {
      return child.resolveSibling(child.getFileName().toString()).equals(child);
    } catch (InvalidPathException undecoded) {
      return false;
    }
  }

  private void visit(Path child, String name) {
    try {
      BasicFileAttributes seen =
          Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (seen.isDirectory()) {
        if (!child.equals(skipped)) {
          list(child, name + "/");
        }
      } else if (seen.isRegularFile()) {
        add(name, seen);
      } else if (seen.isSymbolicLink() && staysInside(child)) {
        add(name, Files.readAttributes(child, BasicFileAttributes.class));
      } else if (seen.isSymbolicLink()) {
        problems.accept(name, ReasonCode.LINK_UNFOLLOWED.with());
      } else {
        problems.accept(name, ReasonCode.NO_PLAIN_FILE.with());
      }
    } catch (IOException e) {
      problems.accept(name, ReasonCode.CLOSED.with());
    }
  }

  private void add(String name, BasicFileAttributes seen) {
    long modified = seen.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    files.add(new FoundFile(name, seen.size(), modified));
  }

  private boolean staysInside(Path link) {
    try {
      Path target = link.toRealPath();
      return target.startsWith(folder) && Files.isRegularFile(target);
    } catch (IOException broken) {
      return false;
    }
  }
}
