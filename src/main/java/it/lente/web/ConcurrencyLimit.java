package it.lente.web;

import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Limits the number of requests processed at once. A few more wait without a thread; all others are
 * refused at once, so that every client gets a response under any load.
 */
final class ConcurrencyLimit extends QoSHandler {

  /** Paths that cost almost nothing, but keep a thread as long as the client reads. */
  private static final String[] FILES = {"/assets/*", "/attachments/*"};

  /** Paths that cost almost nothing and must work under load. */
  private static final String[] FREE = {"/favicon.ico", "/health", "/health/*", "/metrics"};

  /** Maximum number of files sent at once. */
  private static final int SENDING = 100;

  private static final int FILES_WAITING = 1_000;

  private static final int WAITING = 8;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  /** Threads that accept, read and refuse, besides those that process requests. */
  private static final int OTHER_THREADS = 24;

  /** Milliseconds without a byte in either direction before a connection is closed. */
  private static final int IDLE = 20_000;

  /** Maximum number of connections that wait to be accepted. */
  private static final int BACKLOG = 2_048;

  /** Bytes of a response that the system buffers, so that no thread waits for its client. */
  private static final int SEND_BUFFER = 1 << 19;

  /** The {@link System#nanoTime} at which the request of a thread came. */
  static final ThreadLocal<Long> ARRIVAL = new ThreadLocal<>();

  private ConcurrencyLimit(int concurrency, int waiting, Duration longestWait) {
    setMaxRequestCount(concurrency);
    setMaxSuspendedRequestCount(waiting);
    setMaxSuspend(longestWait);
  }

  private static ConcurrencyLimit ofWork(int concurrency) {
    ConcurrencyLimit gate = new ConcurrencyLimit(concurrency, WAITING * concurrency, LONGEST_WAIT);
    gate.excludePath(FREE);
    gate.excludePath(FILES);
    return gate;
  }

  /** Files have a limit of their own, so that slow readers delay only one another. */
  private static ConcurrencyLimit ofFiles() {
    ConcurrencyLimit gate = new ConcurrencyLimit(SENDING, FILES_WAITING, Duration.ofMillis(IDLE));
    gate.includePath(FILES);
    return gate;
  }

  @Override
  protected boolean nextHandler(Request request, Response response, Callback callback)
      throws Exception {
    ARRIVAL.set(request.getHeadersNanoTime());
    try {
      return super.nextHandler(request, response, callback);
    } finally {
      ARRIVAL.remove();
    }
  }

  /** Returns a pool large enough for the permitted requests and for refusing others. */
  static QueuedThreadPool threads(RequestLimits limits) {
    QueuedThreadPool threads =
        new QueuedThreadPool(limits.concurrency() + SENDING + OTHER_THREADS, 4);
    threads.setName("request");
    return threads;
  }

  /** Adds the limits around all other handlers. */
  static void around(Server server, RequestLimits limits) {
    Handler.Singleton last = server.getTail();
    if (limits.rate() > 0) {
      last.setHandler(new ClientRateLimit(limits.rate(), ClientAddress::of));
      last = (Handler.Singleton) last.getHandler();
    }
    ConcurrencyLimit files = ofFiles();
    files.setHandler(ofWork(limits.concurrency()));
    last.setHandler(files);
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarting(LifeCycle starting) {
            for (Connector connector : server.getConnectors()) {
              tune((ServerConnector) connector);
            }
          }
        });
  }

  private static void tune(ServerConnector connector) {
    connector.setAcceptQueueSize(BACKLOG);
    connector.setAcceptedSendBufferSize(SEND_BUFFER);
    connector.setIdleTimeout(IDLE);
  }
}
