package it.lente.app;

import it.lente.extract.AttachmentTexts;
import it.lente.extract.ContentHash;
import it.lente.extract.TextStore;
import it.lente.extract.TikaTextExtractor;
import it.lente.index.IndexRun;
import it.lente.index.Progress;
import it.lente.index.Records;
import it.lente.index.Texts;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.ProcessRecord;
import it.lente.source.RecordFolder;
import it.lente.source.SourceReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts the rooms together that a run needs. Only who indexes comes here: it wakes Tika. */
final class CollectionRun {

  private static final String TEXTS = "texts";

  private CollectionRun() {}

  static IndexRun of(Settings settings, Progress progress) {
    return new IndexRun(
        new WholeFolder(settings.records(), settings.attachments()),
        settings.attachments(),
        new StoredTexts(settings.index().resolve(TEXTS)),
        progress,
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * The records of a folder. One that cannot be read at all is an error: taken for an empty one, it
   * would empty the index.
   */
  private record WholeFolder(Path records, Path attachments) implements Records {

    @Override
    public SourceReport read(Consumer<ProcessRecord> each) throws IOException {
      SourceReport report = new RecordFolder(records, attachments).read(each);
      for (var problem : report.problems()) {
        if (problem.file().equals(records.toString())) {
          throw new IOException(problem.toString());
        }
      }
      return report;
    }
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
