package it.lente.extract.texts;

import it.lente.record.AttachmentText;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.filefilter.AgeFileFilter;

/**
 * Stores extracted texts in a folder by content hash and extractor version, so that a renamed file
 * or a new index needs no second extraction. Safe for use by several threads and processes; an
 * entry appears whole or not at all.
 */
public final class TextStore {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.-]+");

  /** Lies in the same folder as the entries, because a move from elsewhere may be a copy. */
  private static final String UNFINISHED = "unfinished";

  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

  private final Path folder;

  /** Opens the store and deletes old unfinished entries. The first entry creates the folder. */
  public TextStore(Path folder) {
    this.folder = folder;
    deleteAbandoned(folder.resolve(UNFINISHED));
  }

  /**
   * Returns the text stored for a content, or nothing if there is none or the entry is damaged.
   *
   * @param sha256 64 lower-case hex digits
   * @param extractorVersion from {@link TextExtractor#version()}
   */
  public Optional<AttachmentText> get(String sha256, String extractorVersion) {
    Path path = path(sha256, extractorVersion);
    if (!isWhole(path)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new InflaterInputStream(Files.newInputStream(path))))) {
      // An entry contains its own key, so that one in the wrong place is not used for another file.
      boolean forThis =
          TextCodec.readString(in).equals(sha256)
              && TextCodec.readString(in).equals(extractorVersion);
      return forThis ? Optional.of(TextCodec.read(in)) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // The entry is damaged or unreadable at present. In both cases the file is extracted again.
      return Optional.empty();
    }
  }

  /**
   * Checks an entry before it is decoded, because a damaged length could allocate any amount of
   * memory, and the checksum is at the end.
   */
  private static boolean isWhole(Path entry) {
    try (InputStream in = new InflaterInputStream(Files.newInputStream(entry))) {
      in.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (IOException absentOrDamaged) {
      return false;
    }
  }

  /** Returns whether there is an entry, which may still prove damaged when it is read. */
  public boolean has(String sha256, String extractorVersion) {
    return Files.exists(path(sha256, extractorVersion));
  }

  /**
   * Stores a text and replaces an earlier one of the same content and version.
   *
   * @throws IOException if the folder cannot be written; no unfinished entry stays
   */
  public void put(String sha256, String extractorVersion, AttachmentText text) throws IOException {
    Path path = path(sha256, extractorVersion);
    Files.createDirectories(path.getParent());
    Files.createDirectories(folder.resolve(UNFINISHED));
    Path unfinished = Files.createTempFile(folder.resolve(UNFINISHED), sha256, ".tmp");
    try {
      Deflater fast = new Deflater(Deflater.BEST_SPEED);
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new DeflaterOutputStream(Files.newOutputStream(unfinished), fast)))) {
        TextCodec.writeString(out, sha256);
        TextCodec.writeString(out, extractorVersion);
        TextCodec.write(out, text);
      } finally {
        fast.end();
      }
      Files.move(
          unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Result of reading every entry.
   *
   * @param readable readable entries of the requested versions
   * @param damaged damaged entries, which a run treats as missing
   * @param others entries of other versions, which were not read
   */
  public record Check(int readable, List<Path> damaged, int others) {

    public Check {
      damaged = List.copyOf(damaged);
    }
  }

  /** Reads every entry of some versions. Fails if the folder cannot be listed. */
  public Check check(Set<String> extractorVersions) throws IOException {
    int readable = 0;
    int others = 0;
    List<Path> damaged = new ArrayList<>();
    for (Path entry : entries()) {
      String[] key = entry.getFileName().toString().replaceFirst("\\.text$", "").split("_", 2);
      if (key.length < 2 || !extractorVersions.contains(key[1])) {
        others++;
      } else if (HASH.matcher(key[0]).matches() && get(key[0], key[1]).isPresent()) {
        readable++;
      } else {
        damaged.add(entry);
      }
    }
    return new Check(readable, damaged, others);
  }

  private List<Path> entries() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".text")).sorted().toList();
    } catch (UncheckedIOException unlistable) {
      throw unlistable.getCause();
    }
  }

  /** Deletes entries left unfinished by killed runs. No run writes an entry for so long. */
  private static void deleteAbandoned(Path unfinished) {
    // What another run deletes at the same time is gone, and what stays is tried by the next run.
    olderThan(ABANDONED_AFTER, unfinished)
        .forEach(entry -> FileUtils.deleteQuietly(entry.toFile()));
  }

  /** Returns the files and folders in a folder that were not changed for so long. */
  public static List<Path> olderThan(Duration age, Path folder) {
    FileFilter old = new AgeFileFilter(Instant.now().minus(age));
    File[] found = folder.toFile().listFiles(old);
    return found == null ? List.of() : Stream.of(found).map(File::toPath).toList();
  }

  private Path path(String sha256, String extractorVersion) {
    require(HASH, sha256, "a SHA-256 is 64 lower-case hex digits");
    require(VERSION, extractorVersion, "a version is made of letters, digits, dots and hyphens");
    return folder
        .resolve(sha256.substring(0, 2))
        .resolve(sha256.substring(2, 4))
        .resolve(sha256 + "_" + extractorVersion + ".text");
  }

  private static void require(Pattern shape, String value, String rule) {
    if (!shape.matcher(value).matches()) {
      throw new IllegalArgumentException(rule + ", not «" + value + "»");
    }
  }
}
