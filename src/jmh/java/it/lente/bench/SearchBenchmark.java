package it.lente.bench;

import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The list that answers a question: twenty processes, facets, page hits and excerpts. */
@State(Scope.Benchmark)
public class SearchBenchmark extends Measured {

  /** What is asked. */
  public enum Asked {
    WORD("biblioteca"),
    THREE_WORDS("bilancio partecipativo quartiere"),
    PHRASE("\"tavolo di negoziazione\""),
    PREFIX("partecip*"),
    QUESTION("quante persone hanno partecipato agli incontri?"),
    FILTERS("", "Concluso", "2015-2022");

    private final String words;
    private final String status;
    private final String years;

    Asked(String words) {
      this(words, "", "");
    }

    Asked(String words, String status, String years) {
      this.words = words;
      this.status = status;
      this.years = years;
    }

    private SearchRequest request() {
      return OpenIndex.asking(
          Map.of("q", List.of(words), "status", List.of(status), "year", List.of(years)));
    }
  }

  @Param public Asked asked;

  private SearchRequest request;

  @Setup
  public void requireAnAnswer(OpenIndex index) {
    request = asked.request();
    if (search(index).total() == 0) {
      throw new IllegalStateException("nothing answers " + asked);
    }
  }

  @Benchmark
  public SearchResult search(OpenIndex index) {
    return index.engine().search(request);
  }
}
