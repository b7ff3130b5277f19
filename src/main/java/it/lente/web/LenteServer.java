package it.lente.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import it.lente.search.Search;
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

  /** Kept here, since a logger without a reference to it forgets its level. */
  private static final List<Logger> NOISY_LOGGERS =
      List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("io.javalin"));

  /** Logs every malformed Host header as a warning, with which anybody could fill a disk. */
  private static final Logger HOST_LOGGER = Logger.getLogger("org.eclipse.jetty.util.HostPort");

  /** Of gzip's levels for what is written anew for each request; assets are compressed once. */
  private static final int FAST = 2;

  /** The exit code of a Java that ran out of memory, as with -XX:+ExitOnOutOfMemoryError. */
  public static final int OUT_OF_MEMORY = 3;

  private final Javalin javalin;

  private final RequestDrain drain;

  private LenteServer(Javalin javalin, RequestDrain drain) {
    this.javalin = javalin;
    this.drain = drain;
  }

  /**
   * Starts to serve and returns.
   *
   * @throws RuntimeException if the port is taken
   */
  public static LenteServer start(
      Search search, WebSettings settings, Supplier<IndexingState> indexing, LogSettings logs) {
    NOISY_LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    HOST_LOGGER.setLevel(Level.SEVERE);
    RequestDrain drain = new RequestDrain();
    Health health = new Health(search, indexing, drain::isStopping, new Json());
    Metrics metrics = new Metrics(search, indexing);
    Javalin javalin =
        Javalin.create(config -> {
          config.jetty.modifyServer(drain::watch);
          config.jetty.modifyServer(metrics::watch);
          config.routes.before(drain::endConnection);
          configure(config, search, settings, health, metrics);
          // Last, to be outside of the others.
          config.jetty.modifyServer(
              server -> server.insertHandler(new RequestWatch(metrics, logs)));
        });
    return new LenteServer(javalin.start(settings.host(), settings.port()), drain);
  }

  /** Starts a server for which this program does not index. */
  public static LenteServer start(Search search, WebSettings settings) {
    return start(search, settings, () -> IndexingState.NONE, LogSettings.NONE);
  }

  /**
   * Returns when the request came that this thread works on, by {@link System#nanoTime}; now, if it
   * works on none.
   */
  public static long arrival() {
    Long arrival = ConcurrencyLimit.ARRIVAL.get();
    return arrival == null ? System.nanoTime() : arrival;
  }

  /** The port that is listened on, also where the settings left the choice open. */
  public int port() {
    return javalin.port();
  }

  /**
   * Takes no new connection and reports that it stops, answers the requests that have come, and
   * ends.
   *
   * @param limit the time after which the requests that are left are cut off
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
    // Lucene keeps state for each thread: a pool of lasting threads costs a quarter less.
    config.concurrency.useVirtualThreads = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(FAST));
    config.jetty.modifyHttpConfiguration(UnreadRequests::allowLongHeads);
    Brand brand = settings.brand();
    config.jetty.modifyHttpConfiguration(settings.proxies()::customize);
    config.jetty.modifyHttpConfiguration(
        http -> http.addCustomizer((request, headers) -> withoutBase(request, brand.base())));
    config.jetty.modifyServer(server -> server.setErrorHandler(new UnreadRequests(brand.base())));
    config.router.javaLangErrorHandler(ErrorPolicy::end);
    config.jetty.threadPool = ConcurrencyLimit.threads(settings.limits());
    config.jetty.modifyServer(server -> ConcurrencyLimit.around(server, settings.limits()));
    Json json = new Json();
    config.appData(Publisher.KEY, Publisher.of(brand, WebSettings.isLoopback(settings.host())));
    Assets assets = new Assets(brand);
    Templates templates = new Templates(assets);
    Routes.add(
        config.routes,
        new ConditionalRequests(search, build(brand, assets)),
        new Routes.Handlers(
            new Api(search, json),
            new OpenApi(templates, brand),
            new Pages(search, templates),
            new Originals(search, settings.attachments()),
            new Discovery(search),
            assets,
            health,
            metrics));
    new ErrorPolicy(json, templates).register(config.routes);
  }

  /** Takes from requests the path below which the pages are; a proxy may have taken it already. */
  private static Request withoutBase(Request request, String base) {
    HttpURI address = request.getHttpURI();
    String path = Objects.requireNonNullElse(address.getPath(), "");
    if (base.isEmpty() || !(path + "/").startsWith(base + "/")) {
      return request;
    }
    String rest = path.equals(base) ? "/" : path.substring(base.length());
    return Request.serveAs(request, HttpURI.build(address).path(rest));
  }

  /** Names the program and its settings, the same after a restart. */
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
