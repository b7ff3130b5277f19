package it.lente.index;

import it.lente.engine.AsOf;
import it.lente.engine.IndexedProcess;
import it.lente.engine.LastCommit;
import it.lente.engine.LastRun;
import it.lente.engine.RecordWriter;
import it.lente.engine.StoredProcess;
import it.lente.extract.AttachmentTextSource;
import it.lente.extract.texts.TextsNotKeptException;
import it.lente.record.Attachment;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.Derived;
import it.lente.record.DocumentInfo;
import it.lente.record.FieldValue;
import it.lente.record.Origin;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import it.lente.record.Years;
import it.lente.source.FoundFile;
import it.lente.source.RecordSink;
import it.lente.source.SourceProblem;
import it.lente.source.SourceReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A collection whose attachments are real files, with an index and a store of texts that are kept
 * in memory and tell what was done with them.
 */
final class CollectionFixture {

  final Path attachments;
  final MemoryTexts texts = new MemoryTexts();
  final MemoryWriter writer = new MemoryWriter();
  final Map<String, ProcessRecord> records = new LinkedHashMap<>();
  final List<SourceProblem> problems = new ArrayList<>();
  int refusedBySource;

  /** The files that the source found and could not use. */
  final Set<String> unread = new HashSet<>();

  /** The ids of the records that a run had to read. */
  final List<String> read = new ArrayList<>();

  CollectionFixture(Path folder) {
    attachments = folder;
  }

  /** A record with this title; the files of its folder are its attachments, by name. */
  void record(String id, String title) {
    records.put(
        id,
        new ProcessRecord(
            id,
            new Origin(id + ".txt", 1),
            Map.of(RecordField.TITLE, FieldValue.of(title)),
            List.of(),
            new Derived(Years.UNKNOWN, List.of(), List.of()),
            List.of()));
  }

  void file(String path, String text) {
    try {
      Path file = attachments.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  IndexingReport run() throws IOException {
    return run(texts);
  }

  /** With texts that are made of the fixture's. */
  IndexingReport run(AttachmentTextSource from) throws IOException {
    read.clear();
    texts.opened.clear();
    writer.done.clear();
    return new IndexRun(this::read, attachments, from, Progress.SILENT, 2).into(writer);
  }

  IndexingReport runAndRemove() throws IOException {
    return new IndexRun(this::read, attachments, texts, Progress.SILENT, 2).into(writer, true);
  }

  private SourceReport read(RecordSink sink) {
    records.values().stream()
        .filter(record -> !sink.knows(record.id(), stamp(record), () -> found(record.id())))
        .forEach(record -> {
          read.add(record.id());
          sink.accept(withFiles(record), stamp(record));
        });
    return new SourceReport(records.size(), refusedBySource, problems, Map.of(), unread);
  }

  /** As a source would make it of the record's file. */
  private static String stamp(ProcessRecord record) {
    return Integer.toString(record.title().hashCode());
  }

  private List<FoundFile> found(String id) {
    Path folder = attachments.resolve(id);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(CollectionFixture::found).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static FoundFile found(Path file) {
    FileMark mark = FileMark.look(file, file.getParent());
    return new FoundFile(file.getFileName().toString(), mark.size(), mark.modified());
  }

  private ProcessRecord withFiles(ProcessRecord record) {
    List<Attachment> all = new ArrayList<>(record.attachments());
    found(record.id()).forEach(file -> all.add(attachment(file.path())));
    return new ProcessRecord(
        record.id(), record.origin(), record.fields(), record.other(), record.derived(), all);
  }

  static Attachment attachment(String file) {
    return new Attachment(
        "id-" + Integer.toHexString(file.hashCode()),
        file,
        file,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Each line of a file is a page; «broken» cannot be read, from «locked …» nobody may copy, of
   * «disk full» the text cannot be kept. Counts what is opened.
   */
  static final class MemoryTexts implements AttachmentTextSource {

    final List<String> opened = Collections.synchronizedList(new ArrayList<>());
    final Map<String, AttachmentText> store = Collections.synchronizedMap(new HashMap<>());
    String version = "reader-1";

    @Override
    public String version() {
      return version;
    }

    @Override
    public String sha256(Path file) throws IOException {
      opened.add(file.getFileName().toString());
      return "sha-" + Files.readString(file).replace('\n', '/');
    }

    @Override
    public Reading read(Path file, String sha256) throws IOException {
      AttachmentText kept = store.get(version + sha256);
      if (kept != null) {
        return reading(kept, Way.STORED);
      }
      opened.add(file.getFileName().toString());
      String content = Files.readString(file);
      if (content.equals("disk full")) {
        throw new TextsNotKeptException(new IOException("no space left"));
      }
      if (content.equals("broken")) {
        throw new IOException("it is broken");
      }
      AttachmentText text = pages(content.split("\n"));
      store.put(version + sha256, text);
      return reading(text, Way.EXTRACTED);
    }

    @Override
    public Optional<Reading> kept(String sha256) {
      return Optional.ofNullable(store.get(version + sha256))
          .map(text -> reading(text, Way.STORED));
    }

    @Override
    public boolean recognized(String sha256) {
      return store.containsKey("recognized" + sha256);
    }

    @Override
    public void recognize(Path file, String sha256) throws IOException {
      if (Files.readString(file).contains("unrecognizable")) {
        throw new IOException("the disk gave an error");
      }
      AttachmentText text = pages("recognized");
      store.put("recognized" + sha256, text);
      store.put(version + sha256, text);
    }

    private static Reading reading(AttachmentText text, Way way) {
      boolean waiting = text.pages().stream().anyMatch(page -> page.text().startsWith("picture"));
      return new Reading(text, way, waiting);
    }

    private static AttachmentText pages(String... lines) {
      List<PageText> pages = new ArrayList<>();
      for (String line : lines) {
        pages.add(new PageText(pages.size() + 1, "", line, PageShape.NONE));
      }
      return new AttachmentText(
          new TextSummary(
              AttachmentState.INDEXED, List.of(), "text/plain", TextUnit.PAGE, pages.size()),
          pages,
          new DocumentInfo("", "", "", "", List.of(), List.of(), lines[0].startsWith("locked")));
    }
  }

  /** Keeps processes as they were put, and what was done, in order; refuses one id if told to. */
  static final class MemoryWriter implements RecordWriter {

    final Map<String, IndexedProcess> committed = new TreeMap<>();
    final List<String> done = new ArrayList<>();
    String refused = "";
    LastRun lastRun;
    Map<String, AsOf> outdated = Map.of();

    /** Whether the next run writes a new index beside the one that answers. */
    private boolean anew;

    private Map<String, AsOf> outdatedNext = Map.of();

    void beginAnew() {
      anew = true;
      next.clear();
    }

    private final Map<String, IndexedProcess> next = new TreeMap<>();

    @Override
    public Map<String, String> fingerprints() {
      return anew ? Map.of() : lastCommit().fingerprints();
    }

    @Override
    public void put(IndexedProcess process) {
      if (process.record().id().equals(refused)) {
        throw new IllegalStateException("the index does not take it");
      }
      done.add("put " + process.record().id());
      next.put(process.record().id(), process);
    }

    @Override
    public void delete(String id) {
      done.add("delete " + id);
      next.remove(id);
    }

    @Override
    public void commit() {
      done.add("commit");
      outdated = Map.copyOf(outdatedNext);
      committed.clear();
      committed.putAll(next);
    }

    @Override
    public LastCommit lastCommit() {
      return new LastCommit() {
        @Override
        public Map<String, String> fingerprints() {
          Map<String, String> fingerprints = new TreeMap<>();
          committed.forEach((id, process) -> fingerprints.put(id, process.fingerprint()));
          return fingerprints;
        }

        @Override
        public Map<String, AsOf> outdated() {
          return outdated;
        }

        @Override
        public Optional<StoredProcess> process(String id) {
          return Optional.ofNullable(committed.get(id)).map(IndexedProcess::storedProcess);
        }

        @Override
        public Optional<AttachmentText> text(String processId, String attachmentId) {
          return committed.get(processId).attachments().stream()
              .filter(attached -> attached.attachment().id().equals(attachmentId))
              .map(IndexedProcess.AttachedText::text)
              .findFirst();
        }
      };
    }

    @Override
    public void setOutdated(Map<String, AsOf> now) {
      outdatedNext = now;
    }

    @Override
    public void keep(LastRun run) {
      lastRun = run;
    }

    @Override
    public Optional<LastRun> lastRun() {
      return Optional.ofNullable(lastRun);
    }

    @Override
    public void close() {
      throw new IllegalStateException("who opened the writer closes it");
    }
  }
}
