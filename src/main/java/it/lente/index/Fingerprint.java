package it.lente.index;

import it.lente.extract.AttachmentTextSource;
import it.lente.record.AttachmentState;
import it.lente.source.FoundFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stores the state of a process when it was indexed. With size and time of each file, the next run
 * opens only files of which one of the two has changed.
 *
 * @param stamp by which the source recognises the unchanged record, empty if it must read it
 * @param record the digest of the record, see {@link RecordDigest}
 * @param extractor the version of the extractor that read the texts
 * @param files by {@link #key}, in the record's order
 */
record Fingerprint(String stamp, String record, String extractor, Map<String, FileMark> files) {

  private static final String FORMAT = "3";
  private static final String WAITING = "waiting";
  private static final int HEAD = 4;
  private static final int PARTS = 6;

  /** Returns a file's path on one line. */
  static String key(String file) {
    return file.replace("\n", "\\n");
  }

  /** Returns the path of a key. */
  static String file(String key) {
    return key.replace("\\n", "\n");
  }

  /** Returns the existing files, by {@link #key}. */
  Set<String> existing() {
    return files.entrySet().stream()
        .filter(file -> file.getValue().exists())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Returns the stamp in a text that the index stores. */
  static String stamp(String written) {
    String head = written.lines().findFirst().orElse("");
    return head.substring(head.lastIndexOf('\t') + 1);
  }

  boolean readBy(String version) {
    return extractor.equals(version);
  }

  /** Returns whether the record and the bytes of its files are those of another fingerprint. */
  boolean saysTheSame(Fingerprint other) {
    return record.equals(other.record) && hashes().equals(other.hashes());
  }

  private Map<String, String> hashes() {
    Map<String, String> hashes = new HashMap<>();
    files.forEach((file, mark) -> hashes.put(file, mark.sha256()));
    return hashes;
  }

  /** Returns whether pictures in its files have been recognised since. */
  boolean outdatedBy(AttachmentTextSource texts) {
    return files.values().stream()
        .anyMatch(mark -> mark.waiting() && texts.recognized(mark.sha256()));
  }

  /** Returns whether the files in a record's folder are those of this fingerprint. */
  boolean matches(List<FoundFile> found) {
    return existing().size() == found.size()
        && files.values().stream().allMatch(FileMark::settled)
        && found.stream().allMatch(file -> FileMark.of(file).sameFileAs(mark(file.path())));
  }

  /** Returns the mark of a file, {@link FileMark#NONE} if unknown. */
  FileMark mark(String file) {
    return files.getOrDefault(key(file), FileMark.NONE);
  }

  /** Returns the text that the index stores: a line for the record, one for each file. */
  String written() {
    StringBuilder lines = new StringBuilder();
    lines.append(String.join("\t", FORMAT, record, extractor, stamp));
    files.forEach((path, mark) -> lines.append("\n").append(written(mark)).append(path));
    return lines.toString();
  }

  private static String written(FileMark mark) {
    return "%d\t%d\t%s\t%s\t%s\t"
        .formatted(
            mark.size(),
            mark.modified(),
            mark.sha256(),
            mark.state(),
            mark.waiting() ? WAITING : "");
  }

  /**
   * Empty if another version of Lente wrote the text: the process then counts as changed.
   *
   * @param written null if the process is not in the index
   */
  static Optional<Fingerprint> parse(String written) {
    if (written == null) {
      return Optional.empty();
    }
    String[] lines = written.split("\n", -1);
    String[] head = lines[0].split("\t", -1);
    if (head.length != HEAD || !head[0].equals(FORMAT)) {
      return Optional.empty();
    }
    Map<String, FileMark> files = new LinkedHashMap<>();
    try {
      for (int i = 1; i < lines.length; i++) {
        String[] parts = lines[i].split("\t", PARTS);
        files.put(
            parts[5],
            new FileMark(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                parts[2],
                AttachmentState.valueOf(parts[3]),
                parts[4].equals(WAITING)));
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unknown) {
      return Optional.empty();
    }
    return Optional.of(new Fingerprint(head[3], head[1], head[2], files));
  }
}
