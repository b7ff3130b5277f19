package it.lente.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Request;

/** Finds out who asks. */
final class ClientAddress {

  private ClientAddress() {}

  /** Returns the address of the client, the loopback address where there is none. */
  static InetAddress of(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress()
                instanceof InetSocketAddress socket
            && socket.getAddress() != null
        ? socket.getAddress()
        : InetAddress.getLoopbackAddress();
  }
}
