package it.lente.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ConditionalHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses clients that exceed their rate. Each client has a bucket of tokens that is refilled every
 * second. Loopback addresses have no limit.
 */
final class ClientRateLimit extends ConditionalHandler.Abstract {

  /** Seconds in which an empty bucket becomes full. */
  private static final int BURST_SECONDS = 4;

  /** Bytes of an address that identify a client: all four of IPv4, the network of IPv6. */
  private static final int NETWORK_BYTES = 8;

  /** Number of buckets kept; a client without one starts with a full bucket. */
  private static final int KEPT = 10_000;

  private final int rate;
  private final Function<Request, InetAddress> addresses;

  private final Map<ByteBuffer, Bucket> buckets =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, .75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Bucket> eldest) {
              return size() > KEPT;
            }
          });

  /**
   * @param rate requests a second
   * @param addresses returns the client's address
   */
  ClientRateLimit(int rate, Function<Request, InetAddress> addresses) {
    this.rate = rate;
    this.addresses = addresses;
    excludePath("/assets/*", "/favicon.ico", "/health", "/health/*", "/metrics");
  }

  @Override
  protected boolean onConditionsMet(Request request, Response response, Callback callback)
      throws Exception {
    InetAddress address = addresses.apply(request);
    if (address.isLoopbackAddress()) {
      return nextHandler(request, response, callback);
    }
    ConsumptionProbe probe = bucket(address).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return nextHandler(request, response, callback);
    }
    long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    response.getHeaders().put("Retry-After", seconds);
    Response.writeError(request, response, callback, ProblemType.TOO_MANY_REQUESTS.status());
    return true;
  }

  @Override
  protected boolean onConditionsNotMet(Request request, Response response, Callback callback)
      throws Exception {
    return nextHandler(request, response, callback);
  }

  Bucket bucket(InetAddress address) {
    byte[] bytes = address.getAddress();
    ByteBuffer network = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    return buckets.computeIfAbsent(
        network,
        unseen ->
            Bucket.builder()
                .addLimit(limit ->
                    limit
                        .capacity((long) rate * BURST_SECONDS)
                        .refillGreedy(rate, Duration.ofSeconds(1)))
                .build());
  }

  int clients() {
    return buckets.size();
  }
}
