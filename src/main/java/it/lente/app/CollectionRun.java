package it.lente.app;

import it.lente.extract.AttachmentTexts;
import it.lente.extract.OwnerLocked;
import it.lente.extract.TextStore;
import it.lente.extract.Texts;
import it.lente.extract.UnlockedTexts;
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
        texts(settings),
        progress,
        Runtime.getRuntime().availableProcessors());
  }

  private static Texts texts(Settings settings) {
    Texts all =
        new AttachmentTexts(
            new TikaTextExtractor(), new TextStore(settings.index().resolve(TEXTS)));
    return settings.ownerLocked() == OwnerLocked.REFUSE ? new UnlockedTexts(all) : all;
  }
}
