package it.lente.app;

import it.lente.engine.EngineUnavailableException;
import it.lente.engine.IndexHealth;
import it.lente.engine.SearchEngine;
import it.lente.extract.texts.TextStore;
import it.lente.messages.Messages;
import it.lente.search.CoverageQuestion;
import it.lente.search.RequestParameters;
import it.lente.search.Search;
import it.lente.source.SourceReport;
import it.lente.web.CoverageCsv;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reports what cannot be searched and why, and whether the index is sound. */
@Command(
    name = "check",
    description = "Tell which files cannot be searched and why, and whether the index is sound.",
    footerHeading = "%n",
    footer = {
      "Exit code 1 if the index or a kept text is damaged or a record is refused;",
      "a file that cannot be read has a state, which is no failure.",
      "  lente check --state needs-ocr --state failed",
      "  lente check --csv > files.csv"
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CollectionOptions collection;
  @Mixin private SynonymOption synonyms;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "list the files in this state, such as needs-ocr; may be repeated")
  private List<String> states = List.of();

  @Option(
      names = "--csv",
      description = "write the list of all files as CSV, and check nothing else")
  private boolean csv;

  @Option(
      names = "--repair",
      description = {
        "remove damaged texts and write the index anew from what is kept; files whose",
        "text was damaged are read again"
      })
  private boolean repair;

  @Override
  public Integer call() throws IOException {
    CoverageQuestion question =
        CoverageQuestion.strict(new RequestParameters(Map.of("state", states)));
    PrintWriter out = spec.commandLine().getOut();
    if (csv && repair) {
      throw new UsageException("Either --csv or --repair: repair first, then list the files.");
    }
    if (csv) {
      try (SearchEngine engine = collection.index.engines().reader()) {
        new CoverageCsv(out, Messages.ENGLISH)
            .write(new Search(engine), question.request().states());
      }
      out.flush();
      return 0;
    }
    CheckPrinter printer = new CheckPrinter(out);
    IndexHealth health = health();
    if (health.damage().isEmpty()) {
      try (SearchEngine engine = collection.index.engines().reader()) {
        printer.print(new Search(engine), question);
      }
    }
    printer.print(health);
    TextStore.Check texts = CollectionRun.checkTexts(collection);
    printer.print(texts);
    printer.print(synonyms.list(spec).get());
    Optional<SourceReport> records = records(collection);
    printer.print(records, collection.records);
    boolean damaged = !health.damage().isEmpty() || !texts.damaged().isEmpty();
    if (repair && damaged) {
      return repair(texts);
    }
    boolean refused = records.filter(report -> report.refused() > 0).isPresent();
    return damaged || refused ? 1 : 0;
  }

  /** Checks the index; for a repair, one that is missing or unreadable counts as damaged. */
  private IndexHealth health() {
    try {
      return collection.index.engines().check();
    } catch (EngineUnavailableException none) {
      if (!repair) {
        throw none;
      }
      return new IndexHealth("what is there", 0, List.of(none.getMessage()));
    }
  }

  private int repair(TextStore.Check texts) throws IOException {
    for (Path damaged : texts.damaged()) {
      Files.deleteIfExists(damaged);
    }
    spec.commandLine().getOut().println("Repair: the index is written anew.");
    CommandLine index = spec.parent().subcommands().get("index");
    List<String> arguments = new ArrayList<>(List.of("--rebuild", "--wait"));
    IndexOptions.shared(spec, index.getCommandSpec()).forEach(arguments::add);
    return index.execute(arguments.toArray(String[]::new));
  }

  /** Checks the records; empty if they are not on this machine, which an index check permits. */
  private static Optional<SourceReport> records(CollectionOptions collection) throws IOException {
    return Files.isDirectory(collection.records)
        ? Optional.of(CollectionRun.records(collection).read((record, stamp) -> {}))
        : Optional.empty();
  }
}
