package it.lente.index;

import it.lente.engine.AsOf;
import it.lente.engine.LastCommit;
import it.lente.engine.LastRun;
import it.lente.engine.RecordWriter;
import it.lente.extract.AttachmentTextSource;
import it.lente.record.ProcessRecord;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.source.FoundFile;
import it.lente.source.RecordSink;
import it.lente.source.SourceReport;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.commons.io.file.CountingPathVisitor;

/** Updates an index from a collection, processing only new, changed and removed records. */
public final class IndexRun {

  /** Up to this many may disappear at once, and more up to a tenth of all. */
  private static final int FEW = 10;

  private static final int TENTH = 10;

  private final RecordReader records;
  private final Path attachments;
  private final AttachmentTextSource texts;
  private final Progress progress;
  private final int threads;

  /**
   * Prepares a run.
   *
   * @param attachments the folder with one folder for each record
   * @param threads number of texts read at the same time, from 1
   */
  public IndexRun(
      RecordReader records,
      Path attachments,
      AttachmentTextSource texts,
      Progress progress,
      int threads) {
    this.records = records;
    this.attachments = attachments;
    this.texts = texts;
    this.progress = progress;
    this.threads = threads;
  }

  /**
   * Runs once. Existing data that cannot be read keeps its last good state, and so do processes, or
   * attachments, if too many disappear at once. A record that cannot be indexed is reported and the
   * run continues. All changes become visible in one commit; without changes there is none.
   *
   * @throws IOException if the collection cannot be read as a whole; the index is then unchanged
   */
  public IndexingReport into(RecordWriter writer) throws IOException {
    return into(writer, false);
  }

  /**
   * Runs once, optionally removing processes and attachments without limit.
   *
   * @throws IOException if the collection cannot be read as a whole; the index is unchanged
   */
  public IndexingReport into(RecordWriter writer, boolean mayRemove) throws IOException {
    boolean ended = false;
    try {
      IndexingReport report = bringUpToDate(writer, mayRemove);
      writer.keep(report.lastRun(Instant.now()));
      ended = true;
      return report;
    } finally {
      if (!ended) {
        Instant now = Instant.now();
        Instant completed = writer.lastRun().map(LastRun::completed).orElse(Instant.EPOCH);
        writer.keep(
            new LastRun(LastRun.Result.FAILED, now, completed, LastRun.Counts.NONE, List.of()));
      }
    }
  }

  private IndexingReport bringUpToDate(RecordWriter writer, boolean mayRemove) throws IOException {
    RunStatistics tally = new RunStatistics(attachments.getFileName() + "/", writer);
    boolean anew = writer.fingerprints().isEmpty();
    progress.begin(() -> countFiles(attachments));
    try (ExtractionQueue feed =
        new ExtractionQueue(
            texts, writer.lastCommit(), threads, process -> put(process, writer, anew, tally))) {
      ChangeFilter filter = new ChangeFilter(writer, anew, feed, tally);
      SourceReport account = records.read(filter);
      filter.settleFiles(mayRemove);
      filter.settleProcesses(account, mayRemove);
      feed.finish();
      boolean committing = anew || tally.anythingNew() || tally.isOutdatedOtherwise();
      if (committing) {
        writer.setOutdated(tally.outdated());
        writer.commit();
      }
      return tally.report(account, committing);
    } finally {
      progress.end();
    }
  }

  /** Passes on new and changed records, and decides which processes are removed. */
  private final class ChangeFilter implements RecordSink {

    private final RecordWriter writer;
    private final LastCommit last;
    private final boolean anew;
    private final ExtractionQueue feed;
    private final RunStatistics tally;

    /** The fingerprints of the index; at the end those of processes that the source lacks. */
    private final Map<String, String> unmet;

    private final NavigableMap<String, String> idsByStamp = new TreeMap<>();

    /** Delayed until all records are read, when the number of missing files is known. */
    private final List<FilesSnapshot> withLosses = new ArrayList<>();

    private int filesBefore;

    ChangeFilter(RecordWriter writer, boolean anew, ExtractionQueue feed, RunStatistics tally) {
      this.writer = writer;
      this.last = writer.lastCommit();
      this.anew = anew;
      this.feed = feed;
      this.tally = tally;
      this.unmet = new TreeMap<>(last.fingerprints());
      unmet.forEach((id, written) -> idsByStamp.put(Fingerprint.stamp(written), id));
    }

    @Override
    public Optional<String> idOf(String beginning) {
      return Optional.ofNullable(idsByStamp.ceilingEntry(beginning))
          .filter(known -> known.getKey().startsWith(beginning))
          .map(Map.Entry::getValue);
    }

    @Override
    public boolean knows(String id, String stamp, Supplier<List<FoundFile>> files) {
      Optional<Fingerprint> known = Fingerprint.parse(unmet.get(id));
      boolean same =
          !anew
              && known
                  .filter(before -> before.stamp().equals(stamp) && before.readBy(texts.version()))
                  .filter(before -> !before.outdatedBy(texts) && before.matches(files.get()))
                  .isPresent();
      if (same) {
        unmet.remove(id);
        filesBefore += known.orElseThrow().existing().size();
        passOver(id, known);
      }
      return same;
    }

    @Override
    public boolean keeps(String id, Reason why) {
      boolean known = unmet.containsKey(id);
      if (known) {
        keep(id, why);
      }
      return known;
    }

    @Override
    public void accept(ProcessRecord record, String stamp) {
      FilesSnapshot now = FilesSnapshot.take(record, stamp, attachments, unmet.remove(record.id()));
      filesBefore += now.before().map(known -> known.existing().size()).orElse(0);
      Set<String> closed = now.now(FileMark.UNREADABLE);
      FilesSnapshot next =
          closed.isEmpty() ? now : keeping(now, closed, ReasonCode.FILE_CLOSED.with());
      if (now.now(FileMark.NONE).isEmpty()) {
        letThrough(next);
      } else {
        withLosses.add(next);
      }
    }

    private FilesSnapshot keeping(FilesSnapshot now, Set<String> files, Reason why) {
      return now.keeping(files, why, last.process(now.record().id()));
    }

    private void letThrough(FilesSnapshot now) {
      if (!anew && now.unchangedUnder(texts)) {
        now.kept()
            .forEach((file, why) ->
                tally.keep(AsOf.key(now.record().id(), Fingerprint.file(file)), why));
        passOver(now.record().id(), now.before());
      } else {
        feed.add(now);
      }
    }

    /** Removes missing files once all records are read, unless too many disappeared at once. */
    void settleFiles(boolean mayRemove) {
      int gone = withLosses.stream().mapToInt(now -> now.now(FileMark.NONE).size()).sum();
      boolean withheld = !mayRemove && isSuspicious(gone, filesBefore);
      Reason why = ReasonCode.ATTACHMENTS_WITHHELD.with(gone, filesBefore);
      for (FilesSnapshot now : withLosses) {
        letThrough(withheld ? keeping(now, now.now(FileMark.NONE), why) : now);
      }
      if (withheld) {
        tally.withhold("attachments", gone, filesBefore);
      }
    }

    /**
     * Removes missing processes, unless too many disappeared at once. A process whose file exists
     * but was refused is not missing.
     */
    void settleProcesses(SourceReport account, boolean mayRemove) {
      List<String> gone = new ArrayList<>();
      for (String id : List.copyOf(unmet.keySet())) {
        Optional<String> file =
            last.process(id)
                .map(process -> process.record().origin().file())
                .filter(account::isUnread);
        if (file.isPresent()) {
          keep(id, ReasonCode.RECORD_BROKEN.with(file.get()));
        } else {
          gone.add(id);
        }
      }
      int before = last.fingerprints().size();
      if (!mayRemove && isSuspicious(gone.size(), before)) {
        gone.forEach(id -> keep(id, ReasonCode.PROCESSES_WITHHELD.with(gone.size(), before)));
        tally.withhold("processes", gone.size(), before);
      } else {
        gone.forEach(id -> {
          writer.delete(id);
          tally.removed();
        });
      }
    }

    private static boolean isSuspicious(int gone, int of) {
      return gone > 0 && (gone == of || (gone > FEW && gone * TENTH > of));
    }

    private void keep(String id, Reason why) {
      String remembered = unmet.remove(id);
      tally.keep(id, List.of(why));
      if (anew) {
        last.process(id)
            .ifPresentOrElse(
                stored -> feed.add(FilesSnapshot.last(stored, attachments, remembered)),
                () -> tally.lost(id));
      } else {
        passOver(id, Fingerprint.parse(remembered));
      }
    }

    private void passOver(String id, Optional<Fingerprint> unchanged) {
      tally.unchanged(id, unchanged.map(Fingerprint::files).orElse(Map.of()));
      progress.unchanged(unchanged.map(known -> known.files().size()).orElse(0));
    }
  }

  private void put(
      ExtractionQueue.Complete complete, RecordWriter writer, boolean anew, RunStatistics tally) {
    ProcessRecord record = complete.process().record();
    boolean asBefore = complete.isAsBefore();
    boolean needless = asBefore && complete.keepsAny() && !anew;
    for (AttachmentReader.Outcome text : complete.texts()) {
      progress.read(text.attached().text().summary());
      text.kept()
          .filter(why -> !why.isEmpty())
          .ifPresent(
              why -> tally.keep(AsOf.key(record.id(), text.attached().attachment().file()), why));
      if (!needless) {
        tally.read(record.id(), text);
      }
    }
    try {
      if (needless) {
        tally.unchanged(
            record.id(), complete.snapshot().before().map(Fingerprint::files).orElse(Map.of()));
      } else {
        writer.put(complete.process());
        tally.indexed(complete.process(), complete.snapshot().isNew(), anew && asBefore);
      }
    } catch (RuntimeException refused) {
      tally.failed(record, refused);
    }
  }

  /** Returns the number of files in a folder and below. */
  static int countFiles(Path attachments) {
    CountingPathVisitor count =
        new CountingPathVisitor.Builder()
            .setVisitFileFailedFunction((file, vanished) -> FileVisitResult.CONTINUE)
            .get();
    try {
      Files.walkFileTree(attachments, count);
    } catch (IOException vanished) {
      // The number counted so far suffices: it only scales a progress bar.
    }
    return count.getPathCounters().getFileCounter().getLong().intValue();
  }
}
