package it.lente.app;

import it.lente.extract.AttachmentTextSource;
import it.lente.extract.AttachmentTexts;
import it.lente.extract.OwnerLocked;
import it.lente.extract.TextRecognizer;
import it.lente.extract.UnlockedTexts;
import it.lente.extract.texts.TextStore;
import it.lente.extract.workers.InstalledTesseract;
import it.lente.extract.workers.WorkerLaunch;
import it.lente.extract.workers.WorkerLimits;
import it.lente.extract.workers.WorkerTextExtractor;
import it.lente.extract.workers.WorkerTextRecognizer;
import it.lente.index.IndexRun;
import it.lente.index.Progress;
import it.lente.index.Recognition;
import it.lente.index.SliceRun;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.source.RecordFolder;
import java.io.IOException;
import java.util.Optional;

/** Connects the parts that a run needs, and ends the processes that it started. */
final class CollectionRun implements AutoCloseable {

  private static final String SCRATCH = "reading";
  private static final String SCRATCH_OF_PICTURES = "recognition";

  private final CollectionOptions collection;
  private final ReadingOptions reading;
  private final WorkerTextExtractor extractor;
  private final WorkerTextRecognizer recognizer;
  private final AttachmentTextSource texts;

  CollectionRun(CollectionOptions collection, ReadingOptions reading) {
    this.collection = collection;
    this.reading = reading;
    this.extractor = workers(collection, WorkerLimits.DEFAULT, SCRATCH);
    this.recognizer =
        new WorkerTextRecognizer(
            workers(collection, WorkerLimits.RECOGNITION, SCRATCH_OF_PICTURES),
            new InstalledTesseract());
    AttachmentTextSource all = allTexts(collection, extractor, mayRecognize());
    this.texts = reading.ownerLocked == OwnerLocked.REFUSE ? new UnlockedTexts(all) : all;
  }

  IndexRun run(Progress progress) {
    return new IndexRun(
        records(collection)::read, collection.attachments(), texts, progress, processors());
  }

  SliceRun sliceRun(Progress progress) {
    return new SliceRun(
        records(collection)::read, collection.attachments(), texts, progress, processors());
  }

  /**
   * Returns the recognition of pictures; it does nothing if recognition is off or not possible.
   *
   * @param spare number of processors to leave to other work
   */
  Recognition recognition(int spare, Recognition.Progress progress) {
    int threads = whyPicturesWait().isPresent() ? 0 : Math.max(1, processors() - spare);
    return new Recognition(texts, collection.attachments(), threads, progress);
  }

  /** Returns why this command does not recognise pictures, empty if it does. */
  Optional<Reason> whyPicturesWait() {
    return reading.ocr == Ocr.LATER
        ? Optional.of(ReasonCode.LATER.with())
        : mayRecognize().unavailable();
  }

  @Override
  public void close() {
    extractor.close();
    recognizer.close();
  }

  static RecordFolder records(CollectionOptions collection) {
    return new RecordFolder(collection.records, collection.attachments());
  }

  /** Checks every stored text. */
  static TextStore.Check checkTexts(CollectionOptions collection) throws IOException {
    try (WorkerTextExtractor nobody = workers(collection, WorkerLimits.DEFAULT, SCRATCH)) {
      return allTexts(collection, nobody, TextRecognizer.none(ReasonCode.SWITCHED_OFF.with()))
          .check();
    }
  }

  /** Creates an extractor that starts no worker before there is a file to read. */
  private static WorkerTextExtractor workers(
      CollectionOptions collection, WorkerLimits limits, String scratch) {
    return new WorkerTextExtractor(
        WorkerLaunch.ofThisJava(), limits, processors(), collection.index.folder.resolve(scratch));
  }

  private TextRecognizer mayRecognize() {
    return reading.ocr == Ocr.OFF
        ? TextRecognizer.none(ReasonCode.SWITCHED_OFF.with())
        : recognizer;
  }

  private static AttachmentTexts allTexts(
      CollectionOptions collection, WorkerTextExtractor extractor, TextRecognizer recognizer) {
    return new AttachmentTexts(extractor, recognizer, new TextStore(collection.texts()));
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
