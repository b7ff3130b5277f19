package it.lente.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/**
 * How to serve.
 *
 * @param host the address of this machine that is listened on
 * @param port 0 for any that is free
 * @param proxies those whose word counts on who asks
 * @param attachments the folder that holds, below a folder for each process, the original files
 * @param brand how the institution that publishes them shows itself
 * @param limits how much is worked on at once
 */
public record WebSettings(
    String host, int port, Proxies proxies, Path attachments, Brand brand, RequestLimits limits) {

  /** Only this machine itself. */
  public static final String LOOPBACK = "127.0.0.1";

  /** In nobody's name. */
  public WebSettings(int port, Path attachments) {
    this(port, attachments, Brand.NONE);
  }

  /** For this machine itself. */
  public WebSettings(int port, Path attachments, Brand brand) {
    this(LOOPBACK, port, Proxies.NONE, attachments, brand);
  }

  /** With as many requests as are usual. */
  public WebSettings(String host, int port, Proxies proxies, Path attachments, Brand brand) {
    this(host, port, proxies, attachments, brand, RequestLimits.DEFAULT);
  }

  /** Whether nobody but this machine itself can ask. */
  public static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
