package it.lente.index;

import it.lente.engine.StoredProcess;
import it.lente.extract.AttachmentTextSource;
import it.lente.record.Attachment;
import it.lente.record.ProcessRecord;
import it.lente.record.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record and its files as a run finds them, unopened, with the state remembered by the index.
 *
 * @param folder of the record's attachments
 * @param stamp by which the source recognises the unchanged record
 * @param digest of the record
 * @param files as they are now, by {@link Fingerprint#key}, also those no longer in the record
 * @param before empty if the index does not have the process, or not in a comparable state
 * @param isNew whether the process is not in the index
 * @param kept files that keep their last text, and why, by {@link Fingerprint#key}
 */
record FilesSnapshot(
    ProcessRecord record,
    Path folder,
    String stamp,
    String digest,
    Map<String, FileMark> files,
    Optional<Fingerprint> before,
    boolean isNew,
    Map<String, List<Reason>> kept) {

  FilesSnapshot {
    files = Map.copyOf(files);
    kept = Map.copyOf(kept);
  }

  /**
   * Checks a record's current and earlier files.
   *
   * @param remembered the fingerprint in the index, null if there is none
   */
  static FilesSnapshot take(
      ProcessRecord record, String stamp, Path attachments, String remembered) {
    Path folder = attachments.resolve(record.id()).normalize();
    Optional<Fingerprint> before = Fingerprint.parse(remembered);
    Map<String, FileMark> files = new HashMap<>();
    for (Attachment attachment : record.attachments()) {
      Path file = folder.resolve(attachment.file()).normalize();
      // Manifests are untrusted: files that they name outside the record's folder are ignored.
      files.put(
          Fingerprint.key(attachment.file()),
          file.startsWith(folder) ? FileMark.look(file, attachments) : FileMark.NONE);
    }
    for (String file : before.map(Fingerprint::existing).orElse(Set.of())) {
      // An existing file that is not listed is not opened: it may be a link to anywhere.
      files.computeIfAbsent(
          file,
          unlisted ->
              FileMark.look(folder.resolve(Fingerprint.file(file)), attachments)
                      .equals(FileMark.NONE)
                  ? FileMark.NONE
                  : FileMark.UNREADABLE);
    }
    return new FilesSnapshot(
        record,
        folder,
        stamp,
        RecordDigest.of(record),
        files,
        before,
        remembered == null,
        Map.of());
  }

  /** Returns a process as indexed, with all its files. */
  static FilesSnapshot last(StoredProcess stored, Path attachments, String remembered) {
    Optional<Fingerprint> before = Fingerprint.parse(remembered);
    Map<String, List<Reason>> kept = new HashMap<>();
    before.ifPresent(known -> known.existing().forEach(file -> kept.put(file, List.of())));
    return new FilesSnapshot(
        stored.record(),
        attachments.resolve(stored.record().id()),
        before.map(Fingerprint::stamp).orElse(""),
        RecordDigest.of(stored.record()),
        before.map(Fingerprint::files).orElse(Map.of()),
        before,
        remembered == null,
        kept);
  }

  /** Returns the files that existed before and are in the given state now. */
  Set<String> now(FileMark state) {
    return before.map(Fingerprint::existing).orElse(Set.of()).stream()
        .filter(file -> files.get(file).equals(state))
        .collect(Collectors.toSet());
  }

  /**
   * Returns a snapshot in which more files keep their last text.
   *
   * @param stored the process as indexed
   */
  FilesSnapshot keeping(Set<String> more, Reason why, Optional<StoredProcess> stored) {
    List<Attachment> known =
        stored.map(process -> process.record().attachments()).orElse(List.of());
    List<Attachment> all = new ArrayList<>(record.attachments());
    known.stream()
        .filter(each -> more.contains(Fingerprint.key(each.file())) && !all.contains(each))
        .filter(each -> record.attachment(each.id()).isEmpty())
        .forEach(all::add);
    // The order is that of the index, so that nothing counts as changed.
    List<String> order = known.stream().map(Attachment::id).toList();
    all.sort(Comparator.comparingInt(each -> order.indexOf(each.id()) & Integer.MAX_VALUE));
    ProcessRecord whole =
        new ProcessRecord(
            record.id(), record.origin(), record.fields(), record.other(), record.derived(), all);
    Map<String, List<Reason>> reasons = new HashMap<>(kept);
    more.forEach(file -> reasons.put(file, List.of(why)));
    return new FilesSnapshot(
        whole, folder, stamp, RecordDigest.of(whole), files, before, isNew, reasons);
  }

  /** Returns whether the process in the index seems current, without opening files. */
  boolean unchangedUnder(AttachmentTextSource texts) {
    return before
        .filter(known ->
            known.record().equals(digest)
                // A folder that cannot be listed is reported, and clears the stamp.
                && (known.stamp().equals(stamp) || !kept.isEmpty())
                && known.readBy(texts.version())
                && !known.outdatedBy(texts)
                && record.attachments().stream()
                    .map(attachment -> Fingerprint.key(attachment.file()))
                    .allMatch(file ->
                        kept.containsKey(file)
                            || settled(known.files().get(file), files.get(file))))
        .isPresent();
  }

  private static boolean settled(FileMark known, FileMark now) {
    return known != null && known.settled() && known.sameFileAs(now);
  }

  Path path(Attachment attachment) {
    return folder.resolve(attachment.file()).normalize();
  }

  /** Returns the current state of a file; {@link #kept} has the reason to keep its text. */
  FileMark now(Attachment attachment) {
    return files.get(Fingerprint.key(attachment.file()));
  }

  FileMark before(Attachment attachment) {
    return before.map(known -> known.mark(attachment.file())).orElse(FileMark.NONE);
  }

  boolean keeps(Attachment attachment) {
    return kept.containsKey(Fingerprint.key(attachment.file()));
  }
}
