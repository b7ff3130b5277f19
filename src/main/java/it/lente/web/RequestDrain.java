package it.lente.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Accepts no new connections and waits until pending requests are answered. */
final class RequestDrain {

  private static final long LOOK_MILLIS = 20;

  /** Number of checks in a row without a request: one may be between two threads. */
  private static final int LOOKS = 5;

  private Server server;
  private volatile boolean stopping;

  void watch(Server started) {
    server = started;
  }

  boolean isStopping() {
    return stopping;
  }

  /** Closes kept-alive connections with their next response. */
  void endConnection(Context context) {
    if (stopping) {
      context.header("Connection", "close");
    }
  }

  /** Returns when all requests are answered, or after the limit. */
  void await(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    stopping = true;
    for (Connector connector : server.getConnectors()) {
      // Slow readers have the whole limit to fetch their response.
      ((ServerConnector) connector).setShutdownIdleTimeout(limit.toMillis());
      var unused = connector.shutdown();
    }
    int quiet = 0;
    while (quiet < LOOKS && System.nanoTime() < end) {
      quiet = isQuiet() ? quiet + 1 : 0;
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean isQuiet() {
    return server.getDescendant(StatisticsHandler.class).getRequestsActive() == 0
        && (!(server.getThreadPool() instanceof QueuedThreadPool pool) || pool.getQueueSize() == 0);
  }
}
