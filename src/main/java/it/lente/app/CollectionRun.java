package it.lente.app;

import it.lente.extract.AttachmentTexts;
import it.lente.extract.ContentHash;
import it.lente.extract.TextStore;
import it.lente.extract.TikaTextExtractor;
import it.lente.index.IndexRun;
import it.lente.index.Progress;
import it.lente.index.Texts;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.source.RecordFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Puts the rooms together that a run needs. Only who indexes comes here: it wakes Tika. */
final class CollectionRun {

  private static final String TEXTS = "texts";

  private CollectionRun() {}

  static IndexRun of(Settings settings, Progress progress) {
    return new IndexRun(
        new RecordFolder(settings.records(), settings.attachments())::read,
        settings.attachments(),
        new StoredTexts(settings.index().resolve(TEXTS)),
        progress,
        Runtime.getRuntime().availableProcessors());
  }

  private static final class StoredTexts implements Texts {

    private final TextStore store;
    private final AttachmentTexts texts;

    StoredTexts(Path folder) {
      store = new TextStore(folder);
      texts = new AttachmentTexts(new TikaTextExtractor(), store);
    }

    @Override
    public String version() {
      return texts.version();
    }

    @Override
    public String sha256(Path file) throws IOException {
      return ContentHash.sha256(file);
    }

    @Override
    public Reading read(Path file, String sha256) {
      Optional<AttachmentText> kept = store.get(sha256, version());
      if (kept.isPresent()) {
        return new Reading(kept.get(), Way.STORED);
      }
      AttachmentText text = texts.read(file, sha256);
      // A failure that is the file's own is kept like a text; any other is worth another try.
      boolean lasting =
          text.summary().state() != AttachmentState.FAILED
              || store.get(sha256, version()).isPresent();
      return new Reading(text, lasting ? Way.EXTRACTED : Way.NOT_NOW);
    }
  }
}
