import it.lente.engine.AttachmentHits;
import it.lente.engine.Deadline;
import it.lente.engine.HitsRequest;
import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.engine.IndexedProcess;
import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.engine.RecordWriter;
import it.lente.engine.SearchEngine;
import it.lente.engine.lucene.LuceneEngine;
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
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Kind;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import it.lente.record.WordBox;
import it.lente.record.WordBoxes;
import it.lente.record.Years;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What the hits of one attachment cost by its size: invented pages of 300 words, of which one is on
 * every page. Prints CPU milliseconds of the asking thread. See bench/README.md.
 */
public final class Hits {

  private static final int WORDS = 300;
  private static final int ROUNDS = 200;
  private static final int[] SIZES = {10, 300, 1_000, 10_000};
  private static final TextQuery COMMON =
      new TextQuery("comune", List.of(new Clause(Kind.WORD, "comune", false)));

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("bench");
    for (int size : SIZES) {
      try (RecordWriter writer = LuceneEngine.writer(folder, false)) {
        writer.put(process("p" + size, size));
        writer.commit();
      }
    }
    try (SearchEngine engine = LuceneEngine.reader(folder)) {
      System.out.printf("%8s %12s %14s %14s%n", "pages", "occurrences", "hits, CPU ms", "a page, CPU ms");
      for (int warming = 0; warming < 2; warming++) {
        for (int size : SIZES) {
          double all = millis(engine, size, PageRange.FIRST_FIFTY);
          double one = millis(engine, size, PageRange.between(size / 2, size / 2));
          if (warming == 1) {
            System.out.printf("%8d %12d %14.2f %14.2f%n", size, hits(engine, size, PageRange.FIRST_FIFTY).occurrences(), all, one);
          }
        }
      }
    }
  }

  private static double millis(SearchEngine engine, int size, PageRange range) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int round = 0; round < ROUNDS; round++) {
      hits(engine, size, range);
    }
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6 / ROUNDS;
  }

  private static AttachmentHits hits(SearchEngine engine, int size, PageRange range) {
    HitsRequest request = new HitsRequest("p" + size, "a", COMMON, range, Order.PAGE);
    return engine.hits(request, Deadline.NEVER).orElseThrow();
  }

  private static IndexedProcess process(String id, int size) {
    Random random = new Random(size);
    List<PageText> pages = new ArrayList<>();
    for (int number = 1; number <= size; number++) {
      pages.add(page(random, number));
    }
    Attachment attachment = new Attachment("a", "a.pdf", "a.pdf", Optional.empty(), Optional.empty());
    TextSummary summary =
        new TextSummary(AttachmentState.INDEXED, "", "application/pdf", TextUnit.PAGE, size);
    ProcessRecord record =
        new ProcessRecord(
            id,
            new Origin(id + ".txt", 1),
            Map.of(RecordField.TITLE, FieldValue.of("Processo " + id)),
            List.of(),
            new Derived(Years.UNKNOWN, List.of(), List.of()),
            List.of(attachment));
    return new IndexedProcess(
        record,
        List.of(new AttachedText(attachment, new AttachmentText(summary, pages, DocumentInfo.NONE))),
        id);
  }

  private static PageText page(Random random, int number) {
    StringBuilder text = new StringBuilder();
    List<WordBox> boxes = new ArrayList<>();
    for (int word = 0; word < WORDS; word++) {
      int start = text.length();
      text.append(word == 150 ? "comune" : Integer.toString(random.nextInt(40_000) + 40_000, 26));
      boxes.add(new WordBox(start, text.length(), 60 + 45 * (word % 10), 60 + 14 * (word / 10), 40, 11));
      text.append(' ');
    }
    return new PageText(number, "", text.toString(), new PageShape(595, 842, 0))
        .withBoxes(WordBoxes.of(boxes));
  }
}
