package it.lente.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Request;

/** Determines the client of a request. */
final class ClientAddress {

  private ClientAddress() {}

  /** Returns the client's address, the loopback address if there is none. */
  static InetAddress of(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress()
                instanceof InetSocketAddress socket
            && socket.getAddress() != null
        ? socket.getAddress()
        : InetAddress.getLoopbackAddress();
  }
}
