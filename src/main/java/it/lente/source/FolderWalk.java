package it.lente.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/** The plain files below a folder, hidden ones apart, by their paths parted by slashes. */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private final Path folder;
  private final Path skipped;
  private final BiConsumer<String, String> problems;
  private final List<String> files = new ArrayList<>();

  private FolderWalk(Path folder, Path skipped, BiConsumer<String, String> problems) {
    this.folder = folder;
    this.skipped = skipped;
    this.problems = problems;
  }

  /**
   * Sorted. A link is followed only to a plain file inside the folder.
   *
   * @param skipped a folder that is not walked
   * @param problems takes the path and the reason of what is not given
   */
  static List<String> files(Path folder, Path skipped, BiConsumer<String, String> problems)
      throws IOException {
    FolderWalk walk = new FolderWalk(folder.toRealPath(), skipped, problems);
    Files.walkFileTree(walk.folder, walk);
    walk.files.sort(Comparator.naturalOrder());
    return walk.files;
  }

  static boolean hidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    boolean other = !directory.equals(folder) && (hidden(directory) || directory.equals(skipped));
    return other ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (hidden(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isRegularFile() || (attributes.isSymbolicLink() && staysInside(file))) {
      files.add(name(file));
    } else if (attributes.isSymbolicLink()) {
      problems.accept(
          name(file), "is a link that is not followed; put the file itself into the folder");
    } else {
      problems.accept(name(file), "is no plain file and is not read; remove it");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException cause) {
    problems.accept(name(file), "cannot be opened (" + cause + "); check who may read it");
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, IOException cause) {
    if (cause != null) {
      problems.accept(name(directory), "cannot be listed to its end (" + cause + ")");
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean staysInside(Path link) {
    try {
      Path target = link.toRealPath();
      return target.startsWith(folder) && Files.isRegularFile(target);
    } catch (IOException broken) {
      return false;
    }
  }

  private String name(Path path) {
    List<String> names = new ArrayList<>();
    folder.relativize(path).forEach(name -> names.add(name.toString()));
    return String.join("/", names);
  }
}
