package it.lente.bench;

import it.lente.analysis.FormReader;
import it.lente.engine.Deadline;
import java.util.Comparator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The forms of one full page, as indexing reads them. */
@State(Scope.Benchmark)
public class FormsBenchmark extends Measured {

  private final FormReader reader = new FormReader();
  private String text;

  @Setup
  public void chooseThePage(OpenIndex index) {
    OpenIndex.Report report = index.richestIn("percorso");
    text =
        report.hits().pageNumbers().stream()
            .map(page ->
                index
                    .engine()
                    .page(report.process(), report.attachment(), page, Deadline.NEVER)
                    .orElseThrow()
                    .text())
            .max(Comparator.comparingInt(String::length))
            .orElseThrow();
  }

  /** Gives something that depends on each form. */
  @Benchmark
  public int page() {
    reader.read(text);
    int characters = 0;
    while (reader.next()) {
      characters += reader.length();
    }
    return characters;
  }
}
