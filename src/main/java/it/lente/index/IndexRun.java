package it.lente.index;

import it.lente.engine.LastRun;
import it.lente.engine.RecordWriter;
import it.lente.extract.Texts;
import it.lente.record.ProcessRecord;
import it.lente.source.FoundFile;
import it.lente.source.RecordSink;
import it.lente.source.SourceReport;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Brings an index up to date with a collection: only what is new, changed or gone is touched. */
public final class IndexRun {

  private final Records records;
  private final Path attachments;
  private final Texts texts;
  private final Progress progress;
  private final int threads;

  /**
   * Prepares a run.
   *
   * @param attachments the folder with one folder for each record
   * @param threads how many texts are read at the same time, from 1
   */
  public IndexRun(Records records, Path attachments, Texts texts, Progress progress, int threads) {
    this.records = records;
    this.attachments = attachments;
    this.texts = texts;
    this.progress = progress;
    this.threads = threads;
  }

  /**
   * Runs once. A record that cannot be indexed is reported and the rest goes on; all that went well
   * becomes visible in one commit, and there is none if nothing is different.
   *
   * @throws IOException if the collection cannot be read as a whole; then the index stays as it was
   */
  public IndexingReport into(RecordWriter writer) throws IOException {
    boolean ended = false;
    try {
      IndexingReport report = bringUpToDate(writer);
      writer.keep(report.lastRun(Instant.now()));
      ended = true;
      return report;
    } finally {
      if (!ended) {
        Instant now = Instant.now();
        Instant completed = writer.lastRun().map(LastRun::completed).orElse(Instant.EPOCH);
        writer.keep(new LastRun(LastRun.Result.FAILED, now, completed, LastRun.Counts.NONE));
      }
    }
  }

  private IndexingReport bringUpToDate(RecordWriter writer) throws IOException {
    Tally tally = new Tally(attachments.getFileName() + "/");
    Map<String, String> remembered = writer.fingerprints();
    Map<String, String> gone = new HashMap<>(remembered);
    requireAttachments();
    progress.begin(this::countFiles);
    try (Feed feed = new Feed(texts, threads, process -> put(process, writer, tally))) {
      SourceReport account = records.read(new Sieve(gone, feed, tally));
      feed.finish();
      gone.keySet().forEach(id -> delete(id, writer, tally));
      boolean committing = tally.anythingNew() || remembered.isEmpty();
      if (committing) {
        writer.commit();
      }
      return tally.report(account, committing);
    } finally {
      progress.end();
    }
  }

  /** Lets through what is new or changed. */
  private final class Sieve implements RecordSink {

    /** The fingerprints of the index, in the end those of processes that have gone. */
    private final Map<String, String> gone;

    private final Feed feed;
    private final Tally tally;

    Sieve(Map<String, String> gone, Feed feed, Tally tally) {
      this.gone = gone;
      this.feed = feed;
      this.tally = tally;
    }

    @Override
    public boolean knows(String id, String stamp, Supplier<List<FoundFile>> files) {
      Optional<Fingerprint> known = Fingerprint.parse(gone.get(id));
      boolean same =
          known
              .filter(before -> before.stamp().equals(stamp) && before.readBy(texts.version()))
              .filter(before -> !before.outdatedBy(texts) && before.matches(files.get()))
              .isPresent();
      if (same) {
        gone.remove(id);
        passOver(id, known.orElseThrow());
      }
      return same;
    }

    @Override
    public void accept(ProcessRecord record, String stamp) {
      Snapshot now = Snapshot.take(record, stamp, attachments, gone.remove(record.id()));
      if (now.unchangedUnder(texts)) {
        passOver(record.id(), now.before().orElseThrow());
      } else {
        feed.add(now);
      }
    }

    private void passOver(String id, Fingerprint unchanged) {
      tally.unchanged(id, unchanged);
      progress.unchanged(unchanged.files().size());
    }
  }

  private void put(Feed.Complete complete, RecordWriter writer, Tally tally) {
    for (AttachmentReader.Outcome text : complete.texts()) {
      tally.read(complete.process().record().id(), text);
      progress.read(text.attached().text().summary());
    }
    ProcessRecord record = complete.process().record();
    try {
      writer.put(complete.process());
      tally.indexed(complete.process(), complete.snapshot().isNew());
    } catch (RuntimeException refused) {
      tally.failed(record, refused);
    }
  }

  private static void delete(String id, RecordWriter writer, Tally tally) {
    writer.delete(id);
    tally.removed();
  }

  /** A folder that has gone must not empty the index. */
  private void requireAttachments() throws IOException {
    if (!Files.isDirectory(attachments)) {
      throw new NoSuchFileException(
          attachments.toString(), null, "the folder of attachments is not there");
    }
  }

  private int countFiles() {
    AtomicInteger count = new AtomicInteger();
    try {
      Files.walkFileTree(
          attachments,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
              count.incrementAndGet();
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException vanished) {
      // What was counted until then serves as well: it only scales a bar.
    }
    return count.get();
  }
}
