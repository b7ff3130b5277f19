package it.lente.app;

import it.lente.extract.AttachmentTexts;
import it.lente.extract.TextStore;
import it.lente.extract.WorkerLaunch;
import it.lente.extract.WorkerLimits;
import it.lente.extract.WorkerTextExtractor;
import it.lente.index.IndexRun;
import it.lente.index.Progress;
import it.lente.source.RecordFolder;
import java.nio.file.Path;

/** Puts the rooms together that a run needs, and ends the processes that it started. */
final class CollectionRun implements AutoCloseable {

  private static final String TEXTS = "texts";
  private static final String SCRATCH = "reading";

  private final WorkerTextExtractor extractor;
  private final IndexRun run;

  private CollectionRun(WorkerTextExtractor extractor, IndexRun run) {
    this.extractor = extractor;
    this.run = run;
  }

  static CollectionRun of(Settings settings, Progress progress) {
    int workers = Runtime.getRuntime().availableProcessors();
    Path index = settings.index();
    WorkerTextExtractor extractor =
        new WorkerTextExtractor(
            WorkerLaunch.ofThisJava(), WorkerLimits.DEFAULT, workers, index.resolve(SCRATCH));
    return new CollectionRun(
        extractor,
        new IndexRun(
            new RecordFolder(settings.records(), settings.attachments())::read,
            settings.attachments(),
            new AttachmentTexts(extractor, new TextStore(index.resolve(TEXTS))),
            progress,
            workers));
  }

  IndexRun run() {
    return run;
  }

  @Override
  public void close() {
    extractor.close();
  }
}
