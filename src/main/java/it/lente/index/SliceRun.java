package it.lente.index;

import it.lente.engine.LastCommit;
import it.lente.extract.AttachmentTextSource;
import it.lente.index.IndexingReport.AttachmentCounts;
import it.lente.source.SourceProblem;
import it.lente.source.SourceReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores the texts of one slice of a collection's attachments, for runs that index them later.
 * Needs no index. A repeated run continues where the one before ended, because stored texts are not
 * read again.
 */
public final class SliceRun {

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
  public SliceRun(
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
   * The result of a run.
   *
   * @param refused number of records whose attachments were not found for this reason
   * @param attachments counts of this slice, with the files that do not exist
   * @param problems records that were refused, and attachments that were not or only partly read
   * @param waiting files of this slice with pictures that have not been recognised
   */
  public record Report(
      int refused,
      AttachmentCounts attachments,
      List<SourceProblem> problems,
      List<WaitingFile> waiting,
      Duration took) {

    public Report {
      problems = List.copyOf(problems);
      waiting = List.copyOf(waiting);
    }
  }

  /**
   * Runs once.
   *
   * @throws IOException if the collection cannot be read as a whole
   */
  public Report read(Slice slice) throws IOException {
    long began = System.nanoTime();
    AttachmentTally tally = new AttachmentTally(attachments.getFileName() + "/");
    progress.begin(() -> IndexRun.countFiles(attachments));
    try (ExtractionQueue queue =
        new ExtractionQueue(
            new SlicedTexts(texts, slice),
            LastCommit.NONE,
            threads,
            process -> count(process, tally))) {
      SourceReport account =
          records.read(
              (record, stamp) -> queue.add(FilesSnapshot.take(record, stamp, attachments, null)));
      queue.finish();
      List<SourceProblem> problems = new ArrayList<>(account.problems());
      problems.addAll(tally.problems());
      return new Report(
          account.refused(),
          tally.counts(),
          problems,
          tally.waiting(),
          Duration.ofNanos(System.nanoTime() - began));
    } finally {
      progress.end();
    }
  }

  private void count(ExtractionQueue.Complete complete, AttachmentTally tally) {
    String id = complete.process().record().id();
    for (AttachmentReader.Outcome text : complete.texts()) {
      progress.read(text.attached().text().summary());
      tally.read(id, text);
      if (text.way() != AttachmentTextSource.Way.OTHER_SLICE) {
        tally.present(id, text.attached());
      }
    }
  }
}
