package it.lente.index;

import it.lente.extract.Texts;
import it.lente.record.Attachment;
import it.lente.record.ProcessRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A record and its files as a run finds them, beside what the index remembers. Made without opening
 * a file.
 *
 * @param folder of the record's attachments
 * @param stamp under which the source tells the record again
 * @param digest of the record
 * @param files as they are now, by {@link Fingerprint#key}
 * @param before nothing if the process is not in the index, or not in a way that can be compared
 * @param isNew whether the process is not in the index
 */
record Snapshot(
    ProcessRecord record,
    Path folder,
    String stamp,
    String digest,
    Map<String, FileMark> files,
    Optional<Fingerprint> before,
    boolean isNew) {

  Snapshot {
    files = Map.copyOf(files);
  }

  /**
   * Looks at a record's files.
   *
   * @param remembered the fingerprint in the index, null if there is none
   */
  static Snapshot take(ProcessRecord record, String stamp, Path attachments, String remembered) {
    Path folder = attachments.resolve(record.id()).normalize();
    Map<String, FileMark> files = new HashMap<>();
    for (Attachment attachment : record.attachments()) {
      Path file = folder.resolve(attachment.file()).normalize();
      // A manifest is somebody's text: what it names outside the record's folder is not there.
      files.put(
          Fingerprint.key(attachment.file()),
          file.startsWith(folder) ? FileMark.look(file) : FileMark.NONE);
    }
    return new Snapshot(
        record,
        folder,
        stamp,
        RecordDigest.of(record),
        files,
        Fingerprint.parse(remembered),
        remembered == null);
  }

  /** Whether the index holds the process as it is now, as far as can be told from outside. */
  boolean unchangedUnder(Texts texts) {
    return before
        .filter(known ->
            known.record().equals(digest)
                && known.stamp().equals(stamp)
                && known.readBy(texts.version())
                && !known.outdatedBy(texts)
                && files.entrySet().stream()
                    .allMatch(file -> settled(known.files().get(file.getKey()), file.getValue())))
        .isPresent();
  }

  private static boolean settled(FileMark known, FileMark now) {
    return known != null && known.settled() && known.sameFileAs(now);
  }

  Path path(Attachment attachment) {
    return folder.resolve(attachment.file()).normalize();
  }

  FileMark now(Attachment attachment) {
    return files.get(Fingerprint.key(attachment.file()));
  }

  FileMark before(Attachment attachment) {
    return before.map(known -> known.mark(attachment.file())).orElse(FileMark.NONE);
  }
}
