package it.lente.app;

import it.lente.engine.SearchEngine;
import it.lente.messages.Messages;
import it.lente.search.Answer;
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

  @Spec private CommandSpec spec;

  @Mixin private QuestionOptions question;
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
      names = "--format",
      paramLabel = "FORMAT",
      description = "print the whole list as csv, jsonl, ris or bibtex instead")
  private String format;

  @Option(names = "--hits", description = "print each page that answers instead, as jsonl or csv")
  private boolean hits;

  @Mixin private SynonymOption synonyms;
  @Mixin private SiteOptions site;

  SearchCommand(Environment environment) {
    this.environment = environment;
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
        Answer answer = search.ask(asked.question());
        new AnswerPrinter(answer, out, environment.terminalOut(), site.links()).print();
      } else {
        print(search, asked, out);
      }
    }
    return 0;
  }

  /** Prints the whole list with public addresses, with paths if none is set: it may be sent on. */
  private void print(Search search, ExportQuestion asked, PrintWriter out) throws IOException {
    try (WholeResult result = search.whole(asked.question())) {
      ResultExport export =
          new ResultExport(out, new SiteLinks(site.publicOrigin(), "", Messages.ENGLISH));
      if (hits) {
        export.writePages(result, asked);
      } else {
        export.write(result, asked);
      }
      out.flush();
    }
  }

  private RequestParameters parameters() {
    Map<String, List<String>> values = new HashMap<>(question.parameters().values());
    if (format != null) {
      values.put("format", List.of(format));
    }
    return new RequestParameters(values);
  }
}
