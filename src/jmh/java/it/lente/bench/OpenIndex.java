package it.lente.bench;

import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.lucene.LuceneEngine;
import it.lente.extract.AttachmentTexts;
import it.lente.extract.TextRecognizer;
import it.lente.extract.texts.TextStore;
import it.lente.extract.workers.WorkerLaunch;
import it.lente.extract.workers.WorkerLimits;
import it.lente.extract.workers.WorkerTextExtractor;
import it.lente.index.IndexRun;
import it.lente.index.Progress;
import it.lente.record.ReasonCode;
import it.lente.search.Question;
import it.lente.search.RequestParameters;
import it.lente.source.RecordFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The index that is asked. That of the sample is kept below target and brought up to date. */
@State(Scope.Benchmark)
public class OpenIndex {

  private static final String SAMPLE = "sample";
  private static final Path KEPT = Path.of("target", "jmh", "index");
  private static final Path ATTACHMENTS = Path.of("attachments");

  /** The folder of an index. */
  @Param(SAMPLE)
  public String index;

  private SearchEngine engine;

  /** One attachment of a process. */
  record Report(String process, String attachment, PageCounts hits) {}

  @Setup(Level.Trial)
  public void open() throws IOException {
    if (index.equals(SAMPLE)) {
      indexTheSample();
    }
    engine = LuceneEngine.reader(index.equals(SAMPLE) ? KEPT : Path.of(index));
  }

  @TearDown(Level.Trial)
  public void close() {
    engine.close();
  }

  private static void indexTheSample() throws IOException {
    try (WorkerTextExtractor reading =
            new WorkerTextExtractor(
                WorkerLaunch.ofThisJava(), WorkerLimits.DEFAULT, 1, KEPT.resolve("reading"));
        RecordWriter writer = LuceneEngine.writer(KEPT, false)) {
      AttachmentTexts texts =
          new AttachmentTexts(
              reading,
              TextRecognizer.none(ReasonCode.SWITCHED_OFF.with()),
              new TextStore(KEPT.resolve("texts")));
      RecordFolder records = new RecordFolder(Path.of("records"), ATTACHMENTS);
      new IndexRun(records::read, ATTACHMENTS, texts, Progress.SILENT, 1).into(writer);
    }
  }

  SearchEngine engine() {
    return engine;
  }

  /** The report that holds a word most often among the processes found first. */
  Report richestIn(String word) {
    return engine.search(asking(Map.of("q", List.of(word)))).processes().stream()
        .flatMap(process ->
            process.attachments().stream()
                .map(attachment ->
                    new Report(
                        process.card().id(),
                        attachment.stored().attachment().id(),
                        attachment.hits().orElseThrow())))
        .max(Comparator.comparingInt(report -> report.hits().occurrences()))
        .orElseThrow();
  }

  /** A question by the API's parameters. */
  static SearchRequest asking(Map<String, List<String>> parameters) {
    return Question.strict(new RequestParameters(parameters)).request();
  }
}
