package it.lente.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The proxies whose {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} headers are trusted.
 * From all other clients these headers are ignored.
 */
public final class Proxies {

  public static final Proxies NONE = of(List.of());

  /** Attribute for the origin that the client used with the proxy: «https://a.example». */
  static final String ORIGIN = "origin";

  private static final String LITERAL =
      "\\[?([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)]?";

  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  private final InetAddressSet trusted = new InetAddressSet();

  private Proxies() {}

  /**
   * Parses addresses and ranges: «10.0.0.1», «10.0.0.0/8», «fd00::/8». Names are refused, because
   * their meaning depends on a look-up.
   *
   * @throws IllegalArgumentException if one is neither
   */
  public static Proxies of(List<String> addresses) {
    Proxies proxies = new Proxies();
    for (String address : addresses) {
      if (!address.matches(LITERAL + "(/[0-9]{1,3})?")) {
        throw new IllegalArgumentException(address);
      }
      proxies.trusted.add(address);
    }
    return proxies;
  }

  void customize(HttpConfiguration http) {
    http.addCustomizer((request, headers) -> {
      SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
      return peer instanceof InetSocketAddress known && trusted.test(known.getAddress())
          ? asTheProxyWasAsked(request, known)
          : request;
    });
  }

  private Request asTheProxyWasAsked(Request request, InetSocketAddress proxy) {
    HttpFields headers = request.getHeaders();
    String host = last(headers, "X-Forwarded-Host");
    if (HOST.matcher(host).matches()) {
      boolean secure = last(headers, "X-Forwarded-Proto").equals("https");
      request.setAttribute(ORIGIN, (secure ? "https://" : "http://") + host);
    }
    InetSocketAddress client = client(values(headers, "X-Forwarded-For"), proxy);
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
   * Returns the last address that is no trusted proxy. Each proxy appends the address of its
   * client; the client may have invented everything before its own.
   */
  private InetSocketAddress client(List<String> addresses, InetSocketAddress proxy) {
    InetSocketAddress client = proxy;
    try {
      for (String each : addresses.reversed()) {
        if (!trusted.test(client.getAddress()) || !each.matches(LITERAL + "(:[0-9]+)?")) {
          return client;
        }
        client = new InetSocketAddress(InetAddress.getByName(new HostPort(each).getHost()), 0);
      }
    } catch (IllegalArgumentException | UnknownHostException noAddress) {
      // The proxy did not know its client.
    }
    return client;
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
