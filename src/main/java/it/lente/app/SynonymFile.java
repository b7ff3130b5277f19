package it.lente.app;

import it.lente.analysis.Synonyms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The list of synonyms in a file. A question at least half a second after the last check has the
 * file checked, and read again if it has changed; if it cannot be read, the previous list stays.
 */
final class SynonymFile implements Supplier<Synonyms> {

  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final Path file;
  private final Consumer<String> complaints;
  private Synonyms synonyms = Synonyms.SHIPPED;

  /** Time of change and size at the last check; empty if the file could not be read. */
  private Optional<String> seen = Optional.empty();

  private long lookedAt;

  /**
   * Reads a file.
   *
   * @param complaints receives messages about unusable lines, with file, line and solution
   */
  SynonymFile(Path file, Consumer<String> complaints) {
    this.file = file;
    this.complaints = complaints;
    try {
      read(version());
    } catch (IOException unreadable) {
      complain(unreadable, "the list that Lente brings along is used");
    }
    lookedAt = System.nanoTime();
  }

  @Override
  public synchronized Synonyms get() {
    if (System.nanoTime() - lookedAt >= INTERVAL.toNanos()) {
      look();
      lookedAt = System.nanoTime();
    }
    return synonyms;
  }

  private void look() {
    try {
      String now = version();
      if (!seen.equals(Optional.of(now))) {
        read(now);
      }
    } catch (IOException | RuntimeException | Error unreadable) {
      if (seen.isPresent()) {
        complain(unreadable, "what was last read of it holds");
      }
      seen = Optional.empty();
    }
  }

  private String version() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return attributes.lastModifiedTime() + " " + attributes.size();
  }

  private void read(String version) throws IOException {
    // Bytes that are not UTF-8 spoil only their own line.
    List<String> lines =
        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .lines()
            .toList();
    synonyms =
        Synonyms.of(lines, complaint -> complaints.accept("%s, %s.".formatted(file, complaint)));
    seen = Optional.of(version);
  }

  private void complain(Throwable unreadable, String consequence) {
    complaints.accept(
        "%s cannot be read (%s): %s. Put the file back, or name another with --synonyms FILE."
            .formatted(file, unreadable.getClass().getSimpleName(), consequence));
  }
}
