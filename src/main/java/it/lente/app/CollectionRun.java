package it.lente.app;

import it.lente.extract.AttachmentTexts;
import it.lente.extract.OwnerLocked;
import it.lente.extract.TextRecognizer;
import it.lente.extract.TextStore;
import it.lente.extract.Texts;
import it.lente.extract.UnlockedTexts;
import it.lente.extract.reading.TikaTextExtractor;
import it.lente.index.IndexRun;
import it.lente.index.Progress;
import it.lente.source.RecordFolder;
import java.io.IOException;

/** Puts the rooms together that a run needs. */
final class CollectionRun {

  private static final String TEXTS = "texts";

  private CollectionRun() {}

  static IndexRun of(Settings settings, Progress progress) {
    return new IndexRun(
        records(settings)::read,
        settings.attachments(),
        texts(settings),
        progress,
        Runtime.getRuntime().availableProcessors());
  }

  static RecordFolder records(Settings settings) {
    return new RecordFolder(settings.records(), settings.attachments());
  }

  /** Reads every text that is kept. */
  static TextStore.Check checkTexts(Settings settings) throws IOException {
    return allTexts(settings).check();
  }

  private static Texts texts(Settings settings) {
    Texts all = allTexts(settings);
    return settings.ownerLocked() == OwnerLocked.REFUSE ? new UnlockedTexts(all) : all;
  }

  private static AttachmentTexts allTexts(Settings settings) {
    return new AttachmentTexts(
        new TikaTextExtractor(),
        TextRecognizer.none("it is not there yet"),
        new TextStore(settings.index().resolve(TEXTS)));
  }
}
