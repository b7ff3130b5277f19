package it.lente.app;

import it.lente.engine.SearchEngine;
import it.lente.messages.Messages;
import it.lente.search.ExportQuestion;
import it.lente.search.RequestParameters;
import it.lente.search.ResultFormat;
import it.lente.search.Search;
import it.lente.search.WholeResult;
import it.lente.web.ResultExport;
import it.lente.web.SiteLinks;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers a question in the terminal. */
@Command(
    name = "search",
    description = "Search, and print the processes and the pages of their reports.",
    footerHeading = "%n",
    footer = {
      "Words are found in all their forms, \"phrases\" as typed, -word leaves",
      "processes out; put -- in front of a question that begins with a minus.",
      "A filter given twice takes either value.",
      "  lente search 'bilancio -scuola' --year 2015-2019",
      "  lente search '\"la biblioteca che vorrei\"' --status Concluso"
    })
final class SearchCommand implements Callable<Integer> {

  private final Environment environment;

  private CommandSpec spec;

  @picocli.CommandLine.Parameters(
      paramLabel = "WORDS",
      arity = "0..*",
      description = "what to look for; all processes if there is none")
  private List<String> words = List.of();

  @Mixin private IndexOptions index;

  @Option(
      names = "--timeout",
      paramLabel = "MS",
      converter = Converters.Timeout.class,
      description = {
        "the milliseconds that the question may take before it ends with what it has,",
        "0 for no limit (default: 0)"
      })
  private int timeout;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "how many are shown, 1 to 100 (default: 20)")
  private String size;

  @Option(names = "--page", paramLabel = "N", description = "which page of them, from 1")
  private String page;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description = "all, records or attachments (default: all)")
  private String scope;

  @Option(
      names = "--sort",
      paramLabel = "SORT",
      description = "relevance, newest, oldest, title, updated or seen")
  private String sort;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "print the whole list as csv, jsonl, ris or bibtex instead")
  private String format;

  @Option(names = "--hits", description = "print each page that answers instead, as jsonl or csv")
  private boolean hits;

  @Mixin private SynonymOption synonyms;

  SearchCommand(Environment environment) {
    this.environment = environment;
  }

  @Spec
  void setSpec(CommandSpec spec) {
    this.spec = spec;
    FilterOptions.addTo(spec);
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ExportQuestion asked =
        hits
            ? ExportQuestion.ofPages(parameters(), ResultFormat.JSONL)
            : ExportQuestion.strict(parameters(), ResultFormat.JSON);
    try (SearchEngine engine = index.engines().reader(synonyms.list(spec))) {
      Search search = new Search(engine, () -> ServeCommand.deadline(timeout, System.nanoTime()));
      if (asked.format() == ResultFormat.ATOM) {
        throw new UsageException(
            "A feed is served: give --format csv, jsonl, ris or bibtex, or none.");
      }
      if (asked.format() == ResultFormat.JSON) {
        new AnswerPrinter(out, environment.terminalOut()).print(search.ask(asked.question()));
      } else {
        print(search, asked, out);
      }
    }
    return 0;
  }

  /** Prints the whole list with paths, because a terminal does not know where it is served. */
  private void print(Search search, ExportQuestion asked, PrintWriter out) throws IOException {
    try (WholeResult result = search.whole(asked.question())) {
      ResultExport export = new ResultExport(out, new SiteLinks("", "", Messages.ENGLISH));
      if (hits) {
        export.writePages(result, asked);
      } else {
        export.write(result, asked);
      }
      out.flush();
    }
  }

  private RequestParameters parameters() {
    Map<String, List<String>> values = new HashMap<>(FilterOptions.parameters(spec));
    values.put("q", List.of(String.join(" ", words)));
    values.put("size", Stream.ofNullable(size).toList());
    values.put("page", Stream.ofNullable(page).toList());
    values.put("scope", Stream.ofNullable(scope).toList());
    values.put("sort", Stream.ofNullable(sort).toList());
    values.put("format", Stream.ofNullable(format).toList());
    values.values().removeIf(List::isEmpty);
    return new RequestParameters(values);
  }
}
