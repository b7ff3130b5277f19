package it.lente.index;

import it.lente.engine.RecordWriter;
import it.lente.record.ProcessRecord;
import it.lente.source.SourceReport;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

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
    Tally tally = new Tally(attachments.getFileName() + "/");
    Map<String, String> remembered = writer.fingerprints();
    Map<String, String> gone = new HashMap<>(remembered);
    progress.begin(countFiles());
    try (Feed feed = new Feed(texts, threads, process -> put(process, writer, tally))) {
      SourceReport account =
          records.read(record -> {
            Snapshot now = Snapshot.take(record, attachments, gone.remove(record.id()));
            if (now.unchangedUnder(texts.version())) {
              passOver(now, tally);
            } else {
              feed.add(now);
            }
          });
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

  private void passOver(Snapshot unchanged, Tally tally) {
    tally.unchanged(unchanged.before().orElseThrow());
    progress.unchanged(unchanged.record().attachments().size());
  }

  private void put(Feed.Complete complete, RecordWriter writer, Tally tally) {
    for (AttachmentReader.Outcome text : complete.texts()) {
      tally.read(text);
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

  /** A folder that has gone must not empty the index, so the run ends here. */
  private int countFiles() throws IOException {
    if (!Files.isDirectory(attachments)) {
      throw new NoSuchFileException(
          attachments.toString(), null, "the folder of attachments is not there");
    }
    AtomicInteger count = new AtomicInteger();
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
    return count.get();
  }
}
