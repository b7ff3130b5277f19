package it.lente.app;

import it.lente.engine.SearchEngine;
import it.lente.search.Search;
import it.lente.web.Brand;
import it.lente.web.LenteServer;
import it.lente.web.WebSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the pages and the API, while a process of its own keeps the index up to date. */
@Command(
    name = "serve",
    description = "Index the records and their reports, keep watching them, serve the pages.")
final class ServeCommand implements Callable<Integer> {

  private final Environment environment;
  private final Engines engines;

  @Spec private CommandSpec spec;
  @Mixin private CollectionOptions collection;
  @Mixin private ReadingOptions reading;
  @Mixin private SynonymOption synonyms;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "the port, 0 for any that is free (default: " + Settings.DEFAULT_PORT + ")")
  private String port;

  @Option(names = "--no-index", description = "serve the index as it is, leave indexing to others")
  private boolean noIndex;

  @Option(names = "--no-watch", description = "index once, and not again when a file changes")
  private boolean noWatch;

  @Option(
      names = "--timeout",
      paramLabel = "MS",
      description = {
        "the milliseconds that a question may take before it ends with what it has,",
        "0 for no limit (default: " + Settings.DEFAULT_TIMEOUT + ")"
      })
  private String timeout;

  @Option(
      names = "--brand",
      paramLabel = "FILE",
      description = {
        "the name, logo, colour and links of the institution that publishes the collection",
        "(default: brand.properties, beside the launcher, if it is there)"
      })
  private String brand;

  ServeCommand(Environment environment, Engines engines) {
    this.environment = environment;
    this.engines = engines;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = Settings.read(given(), environment).requireCollection();
    Brand shown = settings.brand().map(BrandFile::read).orElse(Brand.NONE);
    requireFree(settings.port());
    try (SearchEngine engine =
            engines.reader(settings.index(), SynonymOption.list(settings, spec));
        LenteServer server =
            LenteServer.start(
                new Search(engine, settings::deadline),
                new WebSettings(settings.port(), settings.attachments(), shown))) {
      welcome(server.port(), settings);
      // A signal ends the program; what was started stops by its hook.
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop server"));
      if (settings.indexing()) {
        index(settings);
      }
      new CountDownLatch(1).await();
      return 0;
    }
  }

  private void index(Settings settings) throws IOException, InterruptedException {
    OptionalInt code = IndexProcess.start(settings).awaitEnd();
    if (code.isPresent() && (settings.watching() || code.getAsInt() != 0)) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "Indexing ended with exit code %d. What was committed is still served; start again to index."
              .formatted(code.getAsInt()));
      err.flush();
    }
  }

  private Map<Setting, String> given() {
    Map<Setting, String> given = collection.given();
    reading.putInto(given);
    synonyms.putInto(given);
    CollectionOptions.put(given, Setting.PORT, port);
    CollectionOptions.put(given, Setting.TIMEOUT, timeout);
    CollectionOptions.put(given, Setting.BRAND, brand);
    CollectionOptions.put(given, Setting.NO_INDEX, noIndex ? "true" : null);
    CollectionOptions.put(given, Setting.NO_WATCH, noWatch ? "true" : null);
    return given;
  }

  /** Asked before the server starts, for its own complaint is not for people. */
  private static void requireFree(int port) throws IOException {
    try {
      new ServerSocket(port).close();
    } catch (BindException taken) {
      throw new CommandFailedException(
          "Port %d is taken or not yours to use: give another with --port N, or --port 0 for any that is free."
              .formatted(port));
    }
  }

  private void welcome(int openPort, Settings settings) {
    String address = "http://localhost:" + openPort;
    PrintWriter out = spec.commandLine().getOut();
    out.println("Lente serves " + address + "/");
    out.println("Three things to try:");
    out.println("  " + address + "/?q=piazza");
    out.println("  " + address + "/?q=%22bilancio+partecipativo%22&sort=newest");
    out.println("  " + address + "/api/v1/processes?q=biblioteca&status=Concluso");
    out.println("Records are read from " + settings.records());
    out.println("Ctrl-C stops.");
    out.flush();
  }
}
