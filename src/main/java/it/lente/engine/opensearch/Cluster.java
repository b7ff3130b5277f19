package it.lente.engine.opensearch;

import it.lente.engine.EngineUnavailableException;
import it.lente.engine.EngineUnavailableException.NotReady;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.TransportOptions;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Options;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Transport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests to a cluster. A request that may succeed on another node or a moment later is sent
 * again, after a pause that grows and varies, so that several clients do not come at once. An
 * answer without some shards is no answer. Safe for use by many threads.
 */
final class Cluster implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String NDJSON = "application/x-ndjson";
  private static final int CONNECTIONS = 64;
  private static final int CONNECT_MILLIS = 2_000;

  /** The longest wait of a run for one request, in which it can be sent to several nodes. */
  private static final Duration LONG = Duration.ofMinutes(3);

  /** The longest wait of a question that people have asked. */
  private static final Duration SHORT = Duration.ofSeconds(7);

  /** The longest wait for one node to make a change, after which another is asked. */
  private static final Duration CHANGE = Duration.ofSeconds(60);

  /** Likewise, to read something in a run. */
  private static final Duration READ = Duration.ofSeconds(20);

  /** Likewise, to answer a question that people have asked. */
  private static final Duration QUESTION = Duration.ofSeconds(3);

  /** Attempts for a question: people wait for it. */
  private static final int READS = 4;

  /** Attempts for a change, about a minute in all: a run may wait until a node is replaced. */
  private static final int WRITES = 12;

  private static final int FIRST_PAUSE_MILLIS = 50;
  private static final int LONGEST_PAUSE_MILLIS = 10_000;

  private static final int OK = 200;
  private static final int ERROR = 400;
  private static final int MISSING = 404;
  static final int CONFLICT = 409;
  private static final int BUSY = 429;
  private static final int SERVER_ERROR = 500;

  private final ClusterSettings settings;
  private final ApacheHttpClient5Transport transport;
  private final Sender reads;
  private final Sender changes;
  private final Duration patience;

  /**
   * An answer of the cluster.
   *
   * @param status of HTTP: 200 to 299, {@code 404} or {@code 409}
   */
  record Reply(int status, JsonNode body) {

    boolean isMissing() {
      return status == MISSING;
    }

    boolean isConflict() {
      return status == CONFLICT;
    }
  }

  /** Sends requests of a kind, each so many times at most. */
  private record Sender(OpenSearchGenericClient client, int attempts) {}

  /** A request that failed and may be repeated. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  Cluster(ClusterSettings settings) {
    this(settings, transport(settings), LONG, READ);
  }

  private Cluster(
      ClusterSettings settings,
      ApacheHttpClient5Transport transport,
      Duration patience,
      Duration read) {
    this.settings = settings;
    this.transport = transport;
    this.reads = new Sender(new OpenSearchGenericClient(transport, waiting(read)), READS);
    this.changes = new Sender(new OpenSearchGenericClient(transport, waiting(CHANGE)), WRITES);
    this.patience = patience;
  }

  /** Returns options by which a node that is silent for so long is left for another. */
  private static TransportOptions waiting(Duration node) {
    RequestConfig wait = RequestConfig.custom().setResponseTimeout(Timeout.of(node)).build();
    return ApacheHttpClient5Options.DEFAULT.toBuilder().setRequestConfig(wait).build();
  }

  /** Returns the same cluster for questions, which give up soon; closed together with this one. */
  Cluster hurried() {
    return new Cluster(settings, transport, SHORT, QUESTION);
  }

  private static ApacheHttpClient5Transport transport(ClusterSettings settings) {
    HttpHost[] hosts =
        settings.urls().stream()
            .map(url -> new HttpHost(url.getScheme(), url.getHost(), port(url.getPort())))
            .toArray(HttpHost[]::new);
    Header[] headers =
        settings.authorization().stream()
            .map(value -> new BasicHeader("Authorization", value))
            .toArray(Header[]::new);
    SSLContext trust = trust(settings);
    return ApacheHttpClient5TransportBuilder.builder(hosts)
        .setDefaultHeaders(headers)
        // Compressing answers would take a node several times the CPU of finding them.
        .setHttpClientConfigCallback(http ->
            http.disableContentCompression()
                .setConnectionManager(
                    PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS * hosts.length)
                        .setDefaultConnectionConfig(
                            ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofMilliseconds(CONNECT_MILLIS))
                                .setSocketTimeout(Timeout.of(CHANGE))
                                .build())
                        .setTlsStrategy(
                            ClientTlsStrategyBuilder.create().setSslContext(trust).buildAsync())
                        .build()))
        .build();
  }

  private static int port(int given) {
    return given < 0 ? 9200 : given;
  }

  private static SSLContext trust(ClusterSettings settings) {
    try {
      if (settings.authority().isEmpty()) {
        return SSLContext.getDefault();
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null);
      Path file = settings.authority().get();
      try (InputStream in = Files.newInputStream(file)) {
        int number = 0;
        for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          store.setCertificateEntry("authority-" + number++, each);
        }
      }
      if (store.size() == 0) {
        throw new IOException("it has no certificate in PEM");
      }
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "the certificates in %s cannot be read (%s)"
              .formatted(settings.authority().map(Path::toString).orElse("Java"), e.getMessage()),
          e);
    }
  }

  ClusterSettings settings() {
    return settings;
  }

  /** Asks for something; an absent document or index is a reply. */
  Reply read(String method, String path, Object body) {
    return send(reads, method, path, body == null ? null : JSON.writeValueAsBytes(body));
  }

  /** Changes something; sent again if it fails, so it must do no harm twice. */
  Reply write(String method, String path, Object body) {
    return send(changes, method, path, body == null ? null : JSON.writeValueAsBytes(body));
  }

  /** Sends lines of JSON for many documents and returns the outcome of each. */
  JsonNode bulk(byte[] lines) {
    return send(changes, "POST", "/_bulk", lines).body();
  }

  private Reply send(Sender sender, String method, String path, byte[] body) {
    String last = "";
    long start = System.nanoTime();
    for (int attempt = 0;
        attempt < sender.attempts() && System.nanoTime() - start < patience.toNanos();
        attempt++) {
      pause(attempt);
      try {
        return once(sender.client(), method, path, body);
      } catch (IOException refused) {
        last = refused.getMessage() == null ? refused.toString() : refused.getMessage();
      }
    }
    throw new EngineUnavailableException(
        NotReady.UNREACHABLE,
        "The cluster at %s does not answer: %s. Start it, or name other nodes with --opensearch-url."
            .formatted(settings.urls(), last));
  }

  static void pause(int attempt) {
    if (attempt == 0) {
      return;
    }
    long most = Math.min(LONGEST_PAUSE_MILLIS, (long) FIRST_PAUSE_MILLIS << attempt);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailableException(NotReady.UNREACHABLE, "The wait was interrupted.");
    }
  }

  private Reply once(OpenSearchGenericClient client, String method, String path, byte[] body)
      throws IOException {
    int query = path.indexOf('?');
    Requests.JsonBodyBuilder request =
        Requests.builder()
            .method(method)
            .endpoint(query < 0 ? path : path.substring(0, query))
            .query(query < 0 ? Map.of() : parameters(path.substring(query + 1)));
    if (body != null) {
      String type = path.equals("/_bulk") ? NDJSON : "application/json";
      request.body(Body.from(body, type));
    }
    try (Response response = answer(client.executeAsync(request.build()))) {
      byte[] bytes = response.getBody().map(Body::bodyAsBytes).orElse(new byte[0]);
      return checked(response.getStatus(), bytes);
    } catch (ResponseException answered) {
      return checked(answered.status(), answered.getMessage().getBytes(StandardCharsets.UTF_8));
    } catch (JacksonException torn) {
      throw new Refused("the answer is no JSON: " + torn.getOriginalMessage());
    } catch (IllegalStateException closed) {
      throw new EngineUnavailableException(NotReady.UNREACHABLE, "The engine is closed.");
    }
  }

  private Response answer(CompletableFuture<Response> coming) throws IOException {
    try {
      return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      coming.cancel(true);
      throw new Refused("no answer within %d s".formatted(patience.toSeconds()));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException lost
          ? lost
          : new Refused(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailableException(NotReady.UNREACHABLE, "The wait was interrupted.");
    }
  }

  private Reply checked(int status, byte[] bytes) throws IOException {
    if (status == BUSY || status >= SERVER_ERROR) {
      throw new Refused("status %d, %s".formatted(status, reason(bytes)));
    }
    if (status >= ERROR && status != MISSING && status != CONFLICT) {
      throw new EngineUnavailableException(
          NotReady.UNREACHABLE,
          "The cluster at %s refuses a request: status %d, %s"
              .formatted(settings.urls(), status, reason(bytes)));
    }
    if (status == MISSING || status == CONFLICT) {
      return new Reply(status, JSON.createObjectNode());
    }
    JsonNode body = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
    JsonNode shards = body.path("_shards");
    if (status == OK && shards.path("failed").asInt(0) > 0) {
      throw new Refused("%d shards are missing".formatted(shards.path("failed").asInt()));
    }
    return new Reply(status, body);
  }

  private static String reason(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.substring(0, Math.min(text.length(), 600));
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String each : query.split("&", -1)) {
      int sign = each.indexOf('=');
      parameters.put(
          sign < 0 ? each : each.substring(0, sign), sign < 0 ? "true" : each.substring(sign + 1));
    }
    return parameters;
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the connections could not be closed", e);
    }
  }
}
