package it.lente.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of the server.
 *
 * @param host the local address to listen on
 * @param port 0 for any free one
 * @param proxies those whose forwarding headers are trusted
 * @param attachments the folder of original files, with one folder for each process
 * @param brand the appearance of the publishing institution
 * @param limits the limits of simultaneous requests
 * @param assistants answers assistants; empty if they are not served
 */
public record WebSettings(
    String host,
    int port,
    Proxies proxies,
    Path attachments,
    Brand brand,
    RequestLimits limits,
    Optional<AssistantRoute> assistants) {

  /** The loopback address, which only this machine can reach. */
  public static final String LOOPBACK = "127.0.0.1";

  public WebSettings(int port, Path attachments) {
    this(port, attachments, Brand.NONE);
  }

  public WebSettings(int port, Path attachments, Brand brand) {
    this(LOOPBACK, port, Proxies.NONE, attachments, brand);
  }

  public WebSettings(String host, int port, Proxies proxies, Path attachments, Brand brand) {
    this(host, port, proxies, attachments, brand, RequestLimits.DEFAULT);
  }

  /** Creates settings with which assistants are not served. */
  public WebSettings(
      String host, int port, Proxies proxies, Path attachments, Brand brand, RequestLimits limits) {
    this(host, port, proxies, attachments, brand, limits, Optional.empty());
  }

  /** Returns whether only this machine can reach the host. */
  public static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
