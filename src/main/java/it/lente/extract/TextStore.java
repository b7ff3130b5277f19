package it.lente.extract;

import it.lente.record.AttachmentText;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
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

/**
 * Texts that were extracted before, kept in a folder by content hash and extractor version: a file
 * that was renamed, or an index built anew, needs no second extraction. Safe for use by several
 * threads and processes; an entry appears whole or not at all.
 */
public final class TextStore {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.-]+");

  /** Beside the entries, lest a move to their place be a copy. */
  private static final String UNFINISHED = "unfinished";

  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

  private final Path folder;

  /**
   * Opens the store; what was left half-written long ago is deleted.
   *
   * @param folder created with the first entry
   */
  public TextStore(Path folder) {
    this.folder = folder;
    deleteAbandoned(folder.resolve(UNFINISHED));
  }

  /**
   * The text kept for a content, nothing if there is none or if the entry is damaged.
   *
   * @param sha256 64 lower-case hex digits
   * @param extractorVersion as {@link TextExtractor#version()} tells it
   */
  public Optional<AttachmentText> get(String sha256, String extractorVersion) {
    Path path = path(sha256, extractorVersion);
    if (!isWhole(path)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new InflaterInputStream(Files.newInputStream(path))))) {
      // Names its own key, so that an entry in the wrong place is not taken for another's.
      boolean forThis =
          TextCodec.readString(in).equals(sha256)
              && TextCodec.readString(in).equals(extractorVersion);
      return forThis ? Optional.of(TextCodec.read(in)) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Damaged, or unreadable just now: either way the file is extracted and the entry rewritten.
      return Optional.empty();
    }
  }

  /** A damaged length could ask for any amount of memory, and the checksum is at the end. */
  private static boolean isWhole(Path entry) {
    try (InputStream in = new InflaterInputStream(Files.newInputStream(entry))) {
      in.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (IOException absentOrDamaged) {
      return false;
    }
  }

  /** Whether there is an entry; it may still prove damaged when it is read. */
  boolean has(String sha256, String extractorVersion) {
    return Files.exists(path(sha256, extractorVersion));
  }

  /**
   * Keeps a text, in place of any kept before for the same content and version.
   *
   * @throws IOException if the folder cannot be written; no half-written entry stays
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
   * What reading every entry found.
   *
   * @param readable entries of the versions asked for that can be read
   * @param damaged those that cannot; to a run they are as if they were not there
   * @param others entries of other versions, which were not read
   */
  public record Check(int readable, List<Path> damaged, int others) {

    public Check {
      damaged = List.copyOf(damaged);
    }
  }

  /**
   * Reads every entry of some versions.
   *
   * @throws IOException if the folder cannot be listed
   */
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

  /** A run that was killed leaves the entry that it was writing; no run writes one for so long. */
  private static void deleteAbandoned(Path unfinished) {
    FileTime longAgo = FileTime.from(Instant.now().minus(ABANDONED_AFTER));
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(unfinished)) {
      for (Path entry : entries) {
        if (Files.getLastModifiedTime(entry).compareTo(longAgo) < 0) {
          Files.deleteIfExists(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Not there yet, or held by another run: nobody misses the space until the next time.
    }
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
