package it.lente.app;

import it.lente.extract.AttachmentTexts;
import it.lente.extract.TextStore;
import it.lente.extract.reading.TikaTextExtractor;
import it.lente.index.IndexRun;
import it.lente.index.Progress;
import it.lente.source.RecordFolder;

/** Puts the rooms together that a run needs. */
final class CollectionRun {

  private static final String TEXTS = "texts";

  private CollectionRun() {}

  static IndexRun of(Settings settings, Progress progress) {
    return new IndexRun(
        new RecordFolder(settings.records(), settings.attachments())::read,
        settings.attachments(),
        new AttachmentTexts(
            new TikaTextExtractor(), null, new TextStore(settings.index().resolve(TEXTS))),
        progress,
        Runtime.getRuntime().availableProcessors());
  }
}
