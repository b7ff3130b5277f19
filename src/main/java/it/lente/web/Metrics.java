package it.lente.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import it.lente.engine.Coverage.StateCount;
import it.lente.engine.EngineStatus;
import it.lente.engine.EngineStatus.Cluster;
import it.lente.engine.EngineUnavailableException;
import it.lente.record.AttachmentState;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Kind;
import it.lente.search.CoverageQuestion;
import it.lente.search.RequestParameters;
import it.lente.search.Search;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.server.handler.StatisticsHandler;

/** Figures for Prometheus about requests, their duration and the index. */
final class Metrics {

  /** The label of requests that match no route. */
  static final String NO_ROUTE = "none";

  /** The states of a cluster, as it names them. */
  private static final List<String> COLORS = List.of("green", "yellow", "red");

  private static final int BUSY = 503;
  private static final int TOO_MANY = 429;
  private static final CoverageQuestion ALL_FILES =
      CoverageQuestion.strict(new RequestParameters(Map.of()));

  private static final Duration[] BUCKETS =
      Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final Counter busy = registry.counter("lente.requests.refused", "reason", "busy");
  private final Counter tooMany = registry.counter("lente.requests.refused", "reason", "rate");
  private final Search search;
  private volatile EngineStatus status;
  private volatile Map<AttachmentState, StateCount> states = Map.of();

  Metrics(Search search, Supplier<IndexingState> indexing) {
    this.search = search;
    for (MeterBinder binder :
        List.of(
            new JvmMemoryMetrics(),
            new JvmGcMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics())) {
      binder.bindTo(registry);
    }
    gauge("lente.ready", each -> each.ready() ? 1 : 0);
    gauge("lente.processes", EngineStatus::processes);
    gauge("lente.pages", EngineStatus::pages);
    gauge("lente.commit.age.seconds", each -> each.commit().map(Health::age).orElse(-1L));
    gauge("lente.index.bytes", each -> each.commit().map(EngineStatus.Commit::bytes).orElse(0L));
    gauge("lente.disk.free.bytes", each -> each.storage().freeDisk());
    gauge("lente.cluster.nodes", each -> each.storage().cluster().map(Cluster::nodes).orElse(0));
    for (String color : COLORS) {
      Gauge.builder("lente.cluster.state", () -> hasColor(color) ? 1 : 0)
          .tag("state", color)
          .register(registry);
    }
    Gauge.builder("lente.stale", () -> Health.isStale(status, indexing.get()) ? 1 : 0)
        .register(registry);
    for (AttachmentState state : AttachmentState.values()) {
      Gauge.builder("lente.attachments", () -> states.getOrDefault(state, StateCount.NONE).files())
          .tag("state", state.key())
          .register(registry);
    }
    FunctionCounter.builder("lente.indexing.restarts", indexing, each -> each.get().restarts())
        .register(registry);
  }

  private boolean hasColor(String color) {
    return status.storage().cluster().filter(its -> its.color().equals(color)).isPresent();
  }

  /** Registers the numbers of active and of waiting requests. */
  void watch(Server server) {
    Gauge.builder("lente.requests.active", server, Metrics::active).register(registry);
    Gauge.builder("lente.requests.waiting", server, Metrics::waiting).register(registry);
  }

  private static double active(Server server) {
    return server.getDescendant(StatisticsHandler.class).getRequestsActive() - waiting(server);
  }

  private static double waiting(Server server) {
    QoSHandler gate = server.getDescendant(QoSHandler.class);
    return gate == null ? 0 : gate.getSuspendedRequestCount();
  }

  /** Counts a finished request. */
  void count(String route, int code, long nanos) {
    Timer.builder("lente.requests")
        .tags("route", route, "status", Integer.toString(code))
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(Duration.ofNanos(nanos));
    if (route.equals(NO_ROUTE) && code == BUSY) {
      busy.increment();
    } else if (route.equals(NO_ROUTE) && code == TOO_MANY) {
      tooMany.increment();
    }
  }

  void countSearch(String kind) {
    registry.counter("lente.searches", "kind", kind).increment();
  }

  /** Returns the kind of the most expensive clause of a question. */
  static String kind(TextQuery query) {
    List<Kind> kinds = query.clauses().stream().map(Clause::kind).toList();
    return Stream.of(Kind.FUZZY, Kind.PREFIX, Kind.PHRASE, Kind.WORD)
        .filter(kinds::contains)
        .findFirst()
        .map(first -> first.name().toLowerCase(Locale.ROOT))
        .orElse("none");
  }

  void serve(Context context) {
    look();
    context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
  }

  /** Reads the status once, so that all gauges of a response describe one commit. */
  private void look() {
    status = search.status();
    try {
      states = search.coverage(ALL_FILES).states();
    } catch (EngineUnavailableException noIndex) {
      states = Map.of();
    }
  }

  private void gauge(String name, ToDoubleFunction<EngineStatus> value) {
    Gauge.builder(name, () -> value.applyAsDouble(status)).register(registry);
  }
}
