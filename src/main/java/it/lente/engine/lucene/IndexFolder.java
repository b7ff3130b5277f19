package it.lente.engine.lucene;

import it.lente.engine.EngineUnavailableException;
import it.lente.engine.EngineUnavailableException.NotReady;
import it.lente.engine.LastRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of an index. Each schema has a folder of its own in it, so that two versions of Lente
 * write and answer beside each other: {@code <schema>/generations/<n>/}, each a whole index, and
 * {@code <schema>/CURRENT}, which contains the number of the current one. {@code CURRENT} is
 * replaced by an atomic rename, so a reader sees the old number or the new.
 */
final class IndexFolder {

  private static final String CURRENT = "CURRENT";
  private static final String GENERATIONS = "generations";
  private static final String LAST_RUN = "last-run.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The time for which another schema is kept without commits, to go back to it. */
  private static final Duration KEPT = Duration.ofDays(7);

  private final Path root;
  private final Path own;

  private IndexFolder(Path root, Path own) {
    this.root = root;
    this.own = own;
  }

  /** Opens the folder of this program's schema in the folder of an index. */
  IndexFolder(Path root) {
    this(root, root.resolve(Schema.FINGERPRINT));
  }

  /** Returns the folders of other schemas, the one with the latest commit first. */
  List<IndexFolder> ofOtherSchemas() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    // Earlier versions had their only schema in the root itself.
    try (Stream<Path> folders = Files.walk(root, 1)) {
      return folders
          .filter(folder -> !folder.equals(own) && Files.isDirectory(folder.resolve(GENERATIONS)))
          .map(folder -> new IndexFolder(root, folder))
          .sorted(Comparator.comparing(IndexFolder::lastCommit).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(root + " cannot be listed", e);
    }
  }

  /** Returns the time of the last commit in any generation, 1970 if there is none. */
  private FileTime lastCommit() {
    return numbers().stream()
        .map(number -> generation(number).toFile().listFiles())
        .filter(Objects::nonNull)
        .flatMap(Stream::of)
        .filter(file -> file.getName().startsWith("segments_"))
        .map(file -> FileTime.fromMillis(file.lastModified()))
        .max(Comparator.naturalOrder())
        .orElse(FileTime.fromMillis(0));
  }

  /**
   * Deletes the other schemas once this one has answered for a week, but none with a commit in this
   * time: another version still writes it.
   */
  void deleteUnusedSchemas() throws IOException {
    FileTime end = FileTime.from(Instant.now().minus(KEPT));
    Path current = own.resolve(CURRENT);
    if (Files.exists(current) && Files.getLastModifiedTime(current).compareTo(end) < 0) {
      for (IndexFolder other : ofOtherSchemas()) {
        if (other.lastCommit().compareTo(end) < 0) {
          IOUtils.rm(
              Stream.of(CURRENT, LAST_RUN, GENERATIONS)
                  .map(other.own::resolve)
                  .filter(Files::exists)
                  .toArray(Path[]::new));
          if (!other.own.equals(root)) {
            IOUtils.rm(other.own);
          }
        }
      }
    }
  }

  Path root() {
    return root;
  }

  Path lockFile() {
    return root.resolve("run.lock");
  }

  Path generation(int number) {
    return generations().resolve(Integer.toString(number));
  }

  /** Returns the current generation; empty before the first commit. */
  OptionalInt current() {
    try {
      String number = Files.readString(own.resolve(CURRENT), StandardCharsets.UTF_8).strip();
      return OptionalInt.of(Integer.parseInt(number));
    } catch (NoSuchFileException e) {
      return OptionalInt.empty();
    } catch (IOException | NumberFormatException e) {
      throw new EngineUnavailableException(
          NotReady.UNREADABLE,
          own.resolve(CURRENT) + " cannot be read (" + e.getMessage() + "): run `lente index`.");
    }
  }

  /**
   * Returns the current generation.
   *
   * @throws EngineUnavailableException if there is none, with what there is
   */
  int requireCurrent() {
    return current()
        .orElseThrow(() ->
            ofOtherSchemas().isEmpty()
                ? new EngineUnavailableException(
                    NotReady.NO_INDEX,
                    "There is no index in %s yet: `lente index` writes it, and so does `lente serve`."
                        .formatted(root))
                : new EngineUnavailableException(
                    NotReady.OTHER_VERSION,
                    "The index was written by another version of Lente: `lente index` writes one"
                        + " beside it."));
  }

  /** Returns a number that no generation has, not even an incomplete one. */
  int unused() {
    return numbers().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
  }

  void makeCurrent(int number) throws IOException {
    replace(CURRENT, (number + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the result of the last run, empty if unknown. */
  Optional<LastRun> lastRun() {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(own.resolve(LAST_RUN)), LastRun.class));
    } catch (IOException | JacksonException unknown) {
      return Optional.empty();
    }
  }

  /** Returns the bytes that can still be written, -1 if unknown. */
  long freeDisk() {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException unknown) {
      return -1;
    }
  }

  void keep(LastRun run) throws IOException {
    Files.createDirectories(own);
    replace(LAST_RUN, JSON.writeValueAsBytes(run));
  }

  /** Replaces a file and syncs bytes and name: a power cut leaves the old file or the new one. */
  private void replace(String name, byte[] content) throws IOException {
    Path next = own.resolve(name + ".next");
    Files.write(next, content);
    IOUtils.fsync(next, false);
    Files.move(
        next,
        own.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    IOUtils.fsync(own, true);
  }

  /** Returns every generation but one. */
  List<Integer> others(int current) {
    return numbers().stream().filter(number -> number != current).toList();
  }

  void delete(int number) {
    try {
      IOUtils.rm(generation(number));
    } catch (IOException e) {
      throw new UncheckedIOException("the old generation " + number + " cannot be deleted", e);
    }
  }

  private List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    if (!Files.isDirectory(generations())) {
      return numbers;
    }
    try (Stream<Path> folders = Files.list(generations())) {
      folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches("[0-9]{1,9}"))
          .map(Integer::valueOf)
          .sorted()
          .forEach(numbers::add);
    } catch (IOException e) {
      throw new UncheckedIOException(generations() + " cannot be listed", e);
    }
    return numbers;
  }

  private Path generations() {
    return own.resolve(GENERATIONS);
  }
}
