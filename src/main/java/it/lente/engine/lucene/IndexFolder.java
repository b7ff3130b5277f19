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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of an index: {@code generations/<n>/}, each a whole index, and {@code CURRENT}, which
 * contains the number of the current one. {@code CURRENT} is replaced by an atomic rename, so a
 * reader sees the old number or the new.
 */
final class IndexFolder {

  private static final String CURRENT = "CURRENT";
  private static final String LAST_RUN = "last-run.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path root;

  IndexFolder(Path root) {
    this.root = root;
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
      String number = Files.readString(root.resolve(CURRENT), StandardCharsets.UTF_8).strip();
      return OptionalInt.of(Integer.parseInt(number));
    } catch (NoSuchFileException e) {
      return OptionalInt.empty();
    } catch (IOException | NumberFormatException e) {
      throw new EngineUnavailableException(
          NotReady.UNREADABLE,
          root.resolve(CURRENT) + " cannot be read (" + e.getMessage() + "): run `lente index`.");
    }
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
      return Optional.of(JSON.readValue(Files.readAllBytes(root.resolve(LAST_RUN)), LastRun.class));
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
    Files.createDirectories(root);
    replace(LAST_RUN, JSON.writeValueAsBytes(run));
  }

  /** Replaces a file and syncs bytes and name: a power cut leaves the old file or the new one. */
  private void replace(String name, byte[] content) throws IOException {
    Path next = root.resolve(name + ".next");
    Files.write(next, content);
    IOUtils.fsync(next, false);
    Files.move(
        next,
        root.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    IOUtils.fsync(root, true);
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
    return root.resolve("generations");
  }
}
