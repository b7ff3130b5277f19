package it.lente.source;

import it.lente.record.Derived;
import it.lente.record.Facet;
import it.lente.record.FieldValue;
import it.lente.record.Origin;
import it.lente.record.ProcessRecord;
import it.lente.record.ReasonCode;
import it.lente.record.RecordField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes records of drafts: adds the id, the side files and derived values. */
final class RecordAssembly {

  /** Must be raised whenever this package makes another record of the same bytes. */
  private static final int EDITION = 2;

  /** The fields whose values are chosen from a list. */
  private static final List<RecordField> CHOSEN =
      Stream.of(Facet.values())
          .filter(facet -> facet.closedList().isEmpty())
          .flatMap(facet -> facet.field().stream())
          .toList();

  private final SideFiles sideFiles;
  private final AttachmentFolders folders;
  private final YearsRule yearsRule;
  private final Findings findings;
  private final RecordSink sink;
  private final Map<String, Origin> taken = new HashMap<>();

  RecordAssembly(
      SideFiles sideFiles,
      AttachmentFolders folders,
      YearsRule yearsRule,
      Findings findings,
      RecordSink sink) {
    this.sideFiles = sideFiles;
    this.folders = folders;
    this.yearsRule = yearsRule;
    this.findings = findings;
    this.sink = sink;
  }

  int accepted() {
    return taken.size();
  }

  /**
   * Returns whether the sink knows a record, so that it need not be read.
   *
   * @param stamp of the record's text, different for each record of the file
   */
  boolean knows(FoundFile file, int line, String stamp) {
    String beginning = beginning(file.path(), stamp);
    Optional<String> known =
        sink.idOf(beginning)
            .filter(id -> !taken.containsKey(id))
            .filter(id ->
                sink.knows(
                    id, beginning + sideFiles.stamp(file.path(), id), () -> folders.files(id)));
    known.ifPresent(id -> {
      taken.put(id, new Origin(file.path(), line));
      folders.claim(id);
      sideFiles.claim(file.path(), id);
    });
    return known.isPresent();
  }

  /** Returns the part of a record's stamp that does not depend on its side files. */
  private static String beginning(String file, String stamp) {
    return EDITION + " " + RecordId.of(file) + " " + stamp + " ";
  }

  /**
   * Gives the record to the sink, or reports why there is none.
   *
   * @param stamp of the record's text, empty if the record must be read in every run
   */
  void accept(RecordDraft draft, String stamp) {
    Origin origin = draft.origin();
    if (draft.first(RecordField.TITLE).isEmpty()) {
      draft.refuse(origin.line(), ReasonCode.NO_TITLE.with());
      return;
    }
    String id = RecordId.of(draft.id().orElseGet(() -> stem(origin.file())));
    Origin first = taken.putIfAbsent(id, origin);
    if (first != null) {
      draft.refuse(
          origin.line(),
          first.file().equals(origin.file())
              ? ReasonCode.ID_TAKEN_HERE.with(id, first.line())
              : ReasonCode.ID_TAKEN.with(id, first));
      return;
    }
    // The stamp is that of the side files before they are read.
    String whole = beginning(origin.file(), stamp) + sideFiles.stamp(origin.file(), id);
    sideFiles
        .address(origin.file(), id)
        .ifPresent(url -> draft.put(RecordField.URL, FieldValue.of(url), 0));
    List<ManifestEntry> entries = manifest(draft, origin.file(), id);
    Optional<String> unread = sideFiles.unread(id);
    if (unread.isPresent() && sink.keeps(id, ReasonCode.RECORD_BROKEN.with(unread.get()))) {
      folders.claim(id);
      return;
    }
    yearsRule.report(draft);
    reportLongValues(draft);
    Derived derived = new Derived(yearsRule.years(draft), Trees.places(draft), Trees.themes(draft));
    ProcessRecord record =
        new ProcessRecord(
            id, origin, draft.fields(), draft.other(), derived, folders.of(id, entries));
    draft.report();
    sink.accept(record, findings.quiet() && !stamp.isEmpty() ? whole : "");
  }

  /** Reports values too long for a list to choose from, which are searched nevertheless. */
  private static void reportLongValues(RecordDraft draft) {
    for (RecordField field : CHOSEN) {
      FieldValue value = draft.fields().get(field);
      if (value != null && !value.values().stream().allMatch(Facet::nameable)) {
        draft.problem(
            draft.origin().line(),
            ReasonCode.VALUE_TOO_LONG.with(field.sourceLabel(), Facet.LONGEST_NAME));
      }
    }
  }

  /** Returns the record's own list of attachments and its manifest, each file once. */
  private List<ManifestEntry> manifest(RecordDraft draft, String file, String id) {
    List<ManifestEntry> entries = new ArrayList<>();
    Set<String> files = new HashSet<>();
    for (List<ManifestEntry> list : List.of(draft.attachments(), sideFiles.manifest(file, id))) {
      for (ManifestEntry entry : list) {
        if (files.add(entry.file())) {
          entries.add(entry);
        } else {
          draft.problem(draft.origin().line(), ReasonCode.LISTED_TWICE.with(entry.file()));
        }
      }
    }
    return entries;
  }

  private static String stem(String file) {
    return new FoundFile(file, 0, 0).stem();
  }
}
