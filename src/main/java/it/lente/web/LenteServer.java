package it.lente.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import it.lente.search.Search;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/** Serves the API and the pages until it is closed. */
public final class LenteServer implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(LenteServer.class.getName());

  /** Loggers with a lower level. They are referenced here because unreferenced ones lose it. */
  private static final List<Logger> NOISY_LOGGERS =
      List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("io.javalin"));

  /** Logs a warning for every malformed Host header, so any client could fill the disk. */
  private static final Logger HOST_LOGGER = Logger.getLogger("org.eclipse.jetty.util.HostPort");

  /** The gzip level for dynamic responses; assets are compressed once, at a higher level. */
  private static final int FAST = 2;

  /** The exit code after memory ran out, equal to that of -XX:+ExitOnOutOfMemoryError. */
  public static final int OUT_OF_MEMORY = 3;

  private final Javalin javalin;

  private final RequestDrain drain;

  private LenteServer(Javalin javalin, RequestDrain drain) {
    this.javalin = javalin;
    this.drain = drain;
  }

  /**
   * Starts a server and returns at once.
   *
   * @throws RuntimeException if the port is taken
   */
  public static LenteServer start(
      Search search, WebSettings settings, Supplier<IndexingState> indexing, LogSettings logs) {
    NOISY_LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    HOST_LOGGER.setLevel(Level.SEVERE);
    RequestDrain drain = new RequestDrain();
    Health health = new Health(search, indexing, drain::isStopping);
    Metrics metrics = new Metrics(search, indexing);
    Javalin javalin =
        Javalin.create(config -> {
          config.jetty.modifyServer(drain::watch);
          config.jetty.modifyServer(metrics::watch);
          config.routes.before(drain::endConnection);
          configure(config, search, settings, health, metrics);
          // Inserted last, so that it wraps the others.
          config.jetty.modifyServer(
              server -> server.insertHandler(new RequestWatch(metrics, logs)));
        });
    return new LenteServer(javalin.start(settings.host(), settings.port()), drain);
  }

  /** Starts a server without an indexing process of its own. */
  public static LenteServer start(Search search, WebSettings settings) {
    return start(search, settings, () -> IndexingState.NONE, LogSettings.NONE);
  }

  /**
   * Returns the {@link System#nanoTime} at which the request of this thread came; the current time
   * if the thread has none.
   */
  public static long arrival() {
    Long arrival = ConcurrencyLimit.ARRIVAL.get();
    return arrival == null ? System.nanoTime() : arrival;
  }

  /** Returns the port in use, also if the settings gave 0. */
  public int port() {
    return javalin.port();
  }

  /**
   * Stops accepting connections, reports that it stops, answers pending requests, and ends.
   *
   * @param limit the time after which pending requests are aborted
   */
  public void stop(Duration limit) {
    drain.await(limit);
    close();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void configure(
      JavalinConfig config, Search search, WebSettings settings, Health health, Metrics metrics) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    // Lucene keeps state for each thread, so a pool of platform threads costs a quarter less.
    config.concurrency.useVirtualThreads = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(FAST));
    config.jetty.modifyHttpConfiguration(UnreadRequests::allowLongHeads);
    Brand brand = settings.brand();
    config.jetty.modifyHttpConfiguration(settings.proxies()::customize);
    config.jetty.modifyHttpConfiguration(
        http -> http.addCustomizer((request, headers) -> withoutBase(request, brand.base())));
    config.jetty.modifyServer(server -> server.setErrorHandler(new UnreadRequests(brand.base())));
    config.router.javaLangErrorHandler(LenteServer::end);
    config.jetty.threadPool = ConcurrencyLimit.threads(settings.limits());
    config.jetty.modifyServer(server -> ConcurrencyLimit.around(server, settings.limits()));
    config.appData(Publisher.KEY, Publisher.of(brand, WebSettings.isLoopback(settings.host())));
    Assets assets = new Assets(brand);
    Templates templates = new Templates(assets);
    Downloads downloads = new Downloads(settings.limits().concurrency());
    Routes.add(
        config.routes,
        new ConditionalRequests(search, build(brand, assets)),
        new Routes.Handlers(
            new Api(search, downloads),
            new OpenApi(templates, brand),
            new Pages(search, templates),
            new Originals(search, settings.attachments()),
            new Discovery(search),
            new OpenData(search, downloads, templates),
            new Embeds(search, templates),
            assets,
            health,
            metrics));
    settings.assistants().ifPresent(route -> Routes.add(config.routes, route));
    new ErrorPolicy(templates).register(config.routes);
  }

  /** Ends the process after an error that leaves its state undefined, so that it is restarted. */
  private static void end(HttpServletResponse response, Error error) {
    if (error instanceof OutOfMemoryError) {
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }
    LOG.log(Level.SEVERE, "Error", error);
    response.setStatus(ProblemType.INTERNAL_ERROR.status());
  }

  /** Removes the base path from requests; a proxy may already have removed it. */
  private static Request withoutBase(Request request, String base) {
    HttpURI address = request.getHttpURI();
    String path = Objects.requireNonNullElse(address.getPath(), "");
    if (base.isEmpty() || !(path + "/").startsWith(base + "/")) {
      return request;
    }
    String rest = path.equals(base) ? "/" : path.substring(base.length());
    return Request.serveAs(request, HttpURI.build(address).path(rest));
  }

  /** Returns a fingerprint of the program and its settings that is stable across restarts. */
  private static String build(Brand brand, Assets assets) {
    try {
      Path jar =
          Path.of(LenteServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      byte[] program = Files.isRegularFile(jar) ? Files.readAllBytes(jar) : new byte[0];
      return ConditionalRequests.digest(program) + assets.version() + brand.words();
    } catch (IOException | URISyntaxException gone) {
      throw new IllegalStateException("the program cannot be read", gone);
    }
  }
}
