package it.lente.app;

import it.lente.extract.AttachmentTexts;
import it.lente.extract.OwnerLocked;
import it.lente.extract.TextRecognizer;
import it.lente.extract.TextStore;
import it.lente.extract.Texts;
import it.lente.extract.UnlockedTexts;
import it.lente.extract.WorkerLaunch;
import it.lente.extract.WorkerLimits;
import it.lente.extract.WorkerTextExtractor;
import it.lente.index.IndexRun;
import it.lente.index.Progress;
import it.lente.source.RecordFolder;
import java.io.IOException;

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
    WorkerTextExtractor extractor = extractor(settings);
    IndexRun run =
        new IndexRun(
            records(settings)::read,
            settings.attachments(),
            texts(settings, extractor),
            progress,
            Runtime.getRuntime().availableProcessors());
    return new CollectionRun(extractor, run);
  }

  IndexRun run() {
    return run;
  }

  @Override
  public void close() {
    extractor.close();
  }

  static RecordFolder records(Settings settings) {
    return new RecordFolder(settings.records(), settings.attachments());
  }

  /** Reads every text that is kept. */
  static TextStore.Check checkTexts(Settings settings) throws IOException {
    try (WorkerTextExtractor extractor = extractor(settings)) {
      return allTexts(settings, extractor).check();
    }
  }

  /** Starts no process before there is a file to read. */
  private static WorkerTextExtractor extractor(Settings settings) {
    return new WorkerTextExtractor(
        WorkerLaunch.ofThisJava(),
        WorkerLimits.DEFAULT,
        Runtime.getRuntime().availableProcessors(),
        settings.index().resolve(SCRATCH));
  }

  private static Texts texts(Settings settings, WorkerTextExtractor extractor) {
    Texts all = allTexts(settings, extractor);
    return settings.ownerLocked() == OwnerLocked.REFUSE ? new UnlockedTexts(all) : all;
  }

  private static AttachmentTexts allTexts(Settings settings, WorkerTextExtractor extractor) {
    return new AttachmentTexts(
        extractor,
        TextRecognizer.none("it is not there yet"),
        new TextStore(settings.index().resolve(TEXTS)));
  }
}
