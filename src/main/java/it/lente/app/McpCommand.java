package it.lente.app;

import it.lente.engine.SearchEngine;
import it.lente.mcp.ToolServer;
import it.lente.messages.Messages;
import it.lente.search.Search;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves an assistant that started this program, over its standard input and output. */
@Command(
    name = "mcp",
    description = {
      "Serve an assistant on this machine, which starts this command itself: tools of the",
      "Model Context Protocol over the standard input and output. Only reads the index."
    })
final class McpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SynonymOption synonyms;
  @Mixin private LogOption log;

  @Mixin private IndexOptions index;

  @Option(
      names = "--timeout",
      paramLabel = "MS",
      converter = Converters.Timeout.class,
      description = "the milliseconds that an answer may take, 0 for no limit (default: 5000)")
  private int timeout = 5_000;

  @Mixin private SiteOptions site;

  @Option(
      names = "--lang",
      paramLabel = "it|en|de",
      description = "the language of descriptions and labels (default: it)")
  private Language language = Language.IT;

  /** The languages of the messages. */
  enum Language {
    IT,
    EN,
    DE
  }

  @Override
  public Integer call() throws IOException {
    log.apply();
    String address = site.origin();
    PrintStream protocol = System.out;
    // Only the protocol may be on the standard output.
    System.setOut(System.err);
    try (SearchEngine engine = index.engines().reader(synonyms.list(spec))) {
      new ToolServer(
              new Search(engine, () -> ServeCommand.deadline(timeout, System.nanoTime())),
              ProgramVersion.number())
          .serve(System.in, protocol, address, Messages.BY_LANGUAGE.get(Converters.text(language)));
    }
    return 0;
  }
}
