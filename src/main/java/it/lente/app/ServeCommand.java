package it.lente.app;

import it.lente.engine.Deadline;
import it.lente.engine.SearchEngine;
import it.lente.mcp.ToolServer;
import it.lente.search.Search;
import it.lente.web.AssistantRoute;
import it.lente.web.Brand;
import it.lente.web.LenteServer;
import it.lente.web.LogSettings;
import it.lente.web.Proxies;
import it.lente.web.RequestLimits;
import it.lente.web.WebSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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

  static final int DEFAULT_PORT = 7070;

  /** Maximum duration of a question in milliseconds. Most take a hundredth of it. */
  private static final int DEFAULT_TIMEOUT = 5_000;

  /** Duration in milliseconds from which a request is logged as slow. */
  private static final int DEFAULT_SLOW = 2_000;

  /** Maximum seconds in which pending requests are answered after a stop signal. */
  private static final int DEFAULT_DRAIN = 10;

  @Spec private CommandSpec spec;
  @Mixin CollectionOptions collection;
  @Mixin ReadingOptions reading;
  @Mixin SynonymOption synonyms;
  @Mixin private LogOption log;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = {
        "the address of this machine that is listened on, 0.0.0.0 for all",
        "(default: " + WebSettings.LOOPBACK + ", for this machine only)"
      },
      converter = Converters.Host.class)
  String host = WebSettings.LOOPBACK;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "the port, 0 for any that is free (default: " + DEFAULT_PORT + ")",
      converter = Converters.Port.class)
  int port = DEFAULT_PORT;

  @Option(
      names = "--no-index",
      fallbackValue = "true",
      description = "serve the index as it is, leave indexing to others")
  boolean noIndex;

  @Option(
      names = "--no-watch",
      fallbackValue = "true",
      description = "index once, and not again when a file changes")
  boolean noWatch;

  @Option(
      names = "--timeout",
      paramLabel = "MS",
      description = {
        "the milliseconds that a question may take before it ends with what it has,",
        "0 for no limit (default: " + DEFAULT_TIMEOUT + ")"
      },
      converter = Converters.Timeout.class)
  int timeout = DEFAULT_TIMEOUT;

  @Option(
      names = "--proxies",
      paramLabel = "ADDRESS,…",
      description = {
        "the proxies that are believed whom they ask for (X-Forwarded-For, -Proto and -Host):",
        "addresses or ranges such as 10.0.0.0/8 (default: none)"
      },
      converter = Converters.ProxyList.class)
  Optional<Proxies> proxies; // its class needs those of the server, which help does not load

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = {
        "the requests that are worked on at once; eight times as many wait, others are",
        "refused, 0 for four for each processor (default: 0)"
      },
      converter = Converters.Concurrency.class)
  int concurrency;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = {
        "the requests a second that one address may send, in the long run and this machine",
        "aside, 0 for no limit (default: " + RequestLimits.RATE + ")"
      },
      converter = Converters.Rate.class)
  int rate = RequestLimits.RATE;

  @Option(
      names = "--brand",
      paramLabel = "FILE",
      defaultValue = "brand.properties",
      description = {
        "the name, logo, colour and links of the institution that publishes the collection",
        "(default: brand.properties, beside the launcher, if it is there)"
      })
  Optional<Path> brand;

  @Option(
      names = "--drain",
      paramLabel = "SECONDS",
      description = {
        "the seconds that requests have to be answered after a signal to stop",
        "(default: " + DEFAULT_DRAIN + ")"
      },
      converter = Converters.Drain.class)
  private int drain = DEFAULT_DRAIN;

  @Option(
      names = "--log-requests",
      fallbackValue = "true",
      description = {
        "log every request, with the question and the address of the client,",
        "which are else in no log"
      })
  private boolean logRequests;

  @Option(
      names = "--slow",
      paramLabel = "MS",
      description = {
        "the milliseconds from which a request is logged as slow, without its question,",
        "0 to log none (default: " + DEFAULT_SLOW + ")"
      },
      converter = Converters.Slow.class)
  private int slow = DEFAULT_SLOW;

  @Option(
      names = "--mcp",
      fallbackValue = "true",
      description = "serve assistants, too: tools of the Model Context Protocol at /mcp")
  private boolean mcp;

  @Override
  public Integer call() throws IOException, InterruptedException {
    log.apply();
    collection.require();
    Brand shown = brand.map(BrandFile::read).orElse(Brand.NONE);
    requireFree(host, port);
    IndexProcess indexing = new IndexProcess(spec, !noWatch);
    try (SearchEngine engine = collection.index.engines().reader(synonyms.list(spec));
        LenteServer server = start(engine, shown, indexing)) {
      welcome(server.port());
      warn(shown);
      // A signal ends the program; shutdown hooks stop what it started.
      stopWith("stop server", () -> server.stop(Duration.ofSeconds(drain)));
      stopWith("stop indexing", indexing::stop);
      if (!noIndex) {
        indexing.run();
      }
      new CountDownLatch(1).await();
      return 0;
    }
  }

  private LenteServer start(SearchEngine engine, Brand shown, IndexProcess indexing) {
    Search search = new Search(engine, () -> deadline(timeout, LenteServer.arrival()));
    WebSettings settings =
        new WebSettings(
            host,
            port,
            proxies.orElse(Proxies.NONE),
            collection.attachments(),
            shown,
            limits(),
            mcp ? Optional.of(assistants(search)) : Optional.empty());
    return LenteServer.start(search, settings, indexing::state, new LogSettings(logRequests, slow));
  }

  private static AssistantRoute assistants(Search search) {
    ToolServer tools = new ToolServer(search, ProgramVersion.number());
    return (request, response, links) ->
        tools.serve(request, response, links.origin() + links.base(), links.messages());
  }

  private static void stopWith(String name, Runnable end) {
    Runtime.getRuntime().addShutdownHook(new Thread(end, name));
  }

  private RequestLimits limits() {
    return new RequestLimits(concurrency == 0 ? RequestLimits.CONCURRENCY : concurrency, rate);
  }

  /**
   * Returns the deadline of a question that came at a {@link System#nanoTime} and may have waited.
   */
  static Deadline deadline(int millis, long arrival) {
    Duration waited = Duration.ofNanos(System.nanoTime() - arrival);
    return millis == 0 ? Deadline.NEVER : Deadline.in(Duration.ofMillis(millis).minus(waited));
  }

  /** Checks the port before the server starts, whose own message is not for people. */
  private static void requireFree(String host, int port) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    try {
      new ServerSocket(port, 0, address).close();
    } catch (BindException taken) {
      if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
        throw new CommandFailedException(
            "%s is no address of this machine: give one with --host ADDRESS, or --host 0.0.0.0 for all."
                .formatted(host));
      }
      throw new CommandFailedException(
          "Port %d is taken or not yours to use: give another with --port N, or --port 0 for any that is free."
              .formatted(port));
    }
  }

  /** Warns if other machines can connect but no public address is set: any host can be claimed. */
  private void warn(Brand shown) {
    if (!WebSettings.isLoopback(host) && shown.address().isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "Others than this machine can reach %s, and no “address” in the brand file says under which name: there is no sitemap, and pages do not know their whole addresses."
              .formatted(host));
      err.flush();
    }
  }

  private void welcome(int openPort) {
    String address = SiteOptions.local(host, openPort);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Lente serves " + address + "/");
    out.println("Three things to try:");
    out.println("  " + address + "/?q=piazza");
    out.println("  " + address + "/?q=%22bilancio+partecipativo%22&sort=newest");
    out.println("  " + address + "/api/v1/processes?q=biblioteca&status=Concluso");
    out.println("Records are read from " + collection.records);
    out.println("Ctrl-C stops.");
    out.flush();
  }
}
