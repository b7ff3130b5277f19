package it.lente.bench;

import it.lente.engine.AttachmentHits;
import it.lente.engine.Deadline;
import it.lente.engine.HitsRequest;
import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.record.TextQuery;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The occurrences of a word in one report: those of its first fifty pages, those of one page. */
@State(Scope.Benchmark)
public class HitsBenchmark extends Measured {

  private static final String WORD = "percorso";

  private OpenIndex.Report report;
  private TextQuery query;
  private PageRange onePage;

  @Setup
  public void chooseTheReport(OpenIndex index) {
    report = index.richestIn(WORD);
    query = OpenIndex.asking(Map.of("q", List.of(WORD))).query();
    int page = report.hits().pageNumbers().getFirst();
    onePage = PageRange.between(page, page);
  }

  @Benchmark
  public AttachmentHits fiftyPages(OpenIndex index) {
    return hits(index, PageRange.FIRST_FIFTY);
  }

  @Benchmark
  public AttachmentHits onePage(OpenIndex index) {
    return hits(index, onePage);
  }

  private AttachmentHits hits(OpenIndex index, PageRange pages) {
    return index
        .engine()
        .hits(
            new HitsRequest(report.process(), report.attachment(), query, pages, Order.PAGE),
            Deadline.NEVER)
        .orElseThrow();
  }
}
