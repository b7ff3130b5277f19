package it.lente.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The machines whose word counts on whom they ask for: {@code X-Forwarded-For}, {@code -Proto} and
 * {@code -Host}. What anybody else says in these headers is ignored, for anybody can say it.
 */
public final class Proxies {

  public static final Proxies NONE = of(List.of());

  /** Under which a request keeps the address that a proxy was asked at: «https://a.example». */
  static final String ORIGIN = "origin";

  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  private final InetAddressSet trusted = new InetAddressSet();

  private Proxies(List<String> addresses) {
    for (String address : addresses) {
      // A name would be looked up, and mean whatever the answer says then.
      if (!LITERAL.matcher(address.replaceFirst("/[0-9]{1,3}$", "")).matches()) {
        throw new IllegalArgumentException(address);
      }
      trusted.add(address);
    }
  }

  /**
   * Reads addresses and ranges of them: «10.0.0.1», «10.0.0.0/8», «fd00::/8».
   *
   * @throws IllegalArgumentException if one is neither
   */
  public static Proxies of(List<String> addresses) {
    return new Proxies(addresses);
  }

  void customize(HttpConfiguration http) {
    if (!trusted.isEmpty()) {
      http.addCustomizer((request, headers) -> isTrusted(peer(request)) ? told(request) : request);
    }
  }

  private static InetAddress peer(Request request) {
    SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
    return peer instanceof InetSocketAddress known ? known.getAddress() : null;
  }

  private boolean isTrusted(InetAddress address) {
    return address != null && trusted.test(address);
  }

  /** The request as the proxy was sent it. */
  private Request told(Request request) {
    HttpFields headers = request.getHeaders();
    String host = last(headers, "X-Forwarded-Host");
    if (HOST.matcher(host).matches()) {
      boolean secure = last(headers, "X-Forwarded-Proto").equals("https");
      request.setAttribute(ORIGIN, (secure ? "https://" : "http://") + host);
    }
    InetSocketAddress client = new InetSocketAddress(client(headers, peer(request)), 0);
    ConnectionMetaData connection =
        new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
          @Override
          public SocketAddress getRemoteSocketAddress() {
            return client;
          }
        };
    return new Request.Wrapper(request) {
      @Override
      public ConnectionMetaData getConnectionMetaData() {
        return connection;
      }
    };
  }

  /**
   * The last address in the list that is none of a trusted proxy. Each proxy adds at the end whom
   * it was asked by; what comes before the first that is not ours, the client may have invented.
   */
  private InetAddress client(HttpFields headers, InetAddress peer) {
    InetAddress client = peer;
    for (String each : values(headers, "X-Forwarded-For").reversed()) {
      Optional<InetAddress> address = address(each);
      if (address.isEmpty()) {
        return client;
      }
      client = address.get();
      if (!isTrusted(client)) {
        return client;
      }
    }
    return client;
  }

  private static Optional<InetAddress> address(String text) {
    String bare =
        text.replaceFirst("^\\[(.*)](:[0-9]+)?$", "$1").replaceFirst("^([0-9.]+):[0-9]+$", "$1");
    try {
      return LITERAL.matcher(bare).matches()
          ? Optional.of(InetAddress.getByName(bare))
          : Optional.empty();
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }

  private static String last(HttpFields headers, String name) {
    List<String> values = values(headers, name);
    return values.isEmpty() ? "" : values.getLast();
  }

  private static List<String> values(HttpFields headers, String name) {
    return headers.getValuesList(name).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::strip)
        .toList();
  }
}
