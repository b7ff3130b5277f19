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
 * Lets in as many requests as are worked on at once. A few more wait, without a thread; the others
 * are refused at once, so that under any load every client has an answer.
 */
final class ConcurrencyLimit extends QoSHandler {

  /** What costs next to nothing, but takes a thread as long as its reader takes. */
  private static final String[] FILES = {"/assets/*", "/attachments/*"};

  /** What costs next to nothing, and has to be seen under load. */
  private static final String[] FREE = {"/favicon.ico", "/health", "/health/*", "/metrics"};

  /** Files sent at once. */
  private static final int SENDING = 100;

  private static final int FILES_WAITING = 1_000;

  private static final int WAITING = 8;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  /** Threads beyond those that work on requests: they accept, read and refuse. */
  private static final int OTHER_THREADS = 24;

  /** Milliseconds without a byte to or from a client, after which its connection is closed. */
  private static final int IDLE = 20_000;

  /** Connections that may wait to be accepted. */
  private static final int BACKLOG = 2_048;

  /** Bytes that the system takes of an answer at once, so that no thread waits for its reader. */
  private static final int SEND_BUFFER = 1 << 19;

  /** When the request came that a thread works on, by {@link System#nanoTime}. */
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

  /** Slow readers of files hold up one another, and no one else. */
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

  /** Returns as many threads as the requests let in can use, and some to refuse the others. */
  static QueuedThreadPool threads(RequestLimits limits) {
    QueuedThreadPool threads =
        new QueuedThreadPool(limits.concurrency() + SENDING + OTHER_THREADS, 4);
    threads.setName("request");
    return threads;
  }

  /** Puts limits around all that the server will be asked. */
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
