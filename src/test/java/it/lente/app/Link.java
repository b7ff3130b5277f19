package it.lente.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way through the network to one node, which can be cut: then bytes vanish in both directions and
 * neither side is informed, as with a pulled cable.
 */
final class Link implements AutoCloseable {

  private final InetSocketAddress node;
  private final ServerSocket door;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean cut;

  Link(URI node) throws IOException {
    this.node = new InetSocketAddress(node.getHost(), node.getPort());
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  void cut() {
    cut = true;
  }

  /** Lets new connections through; what was under way when it was cut stays lost. */
  void mend() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    sockets.clear();
    cut = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket from = door.accept();
        Socket to = new Socket();
        sockets.add(from);
        sockets.add(to);
        to.connect(node);
        Thread.ofVirtual().start(() -> copy(from, to));
        Thread.ofVirtual().start(() -> copy(to, from));
      } catch (IOException closed) {
        // The node refuses, or the test ends: what was asked stays without an answer.
      }
    }
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8_192];
      for (int size = in.read(bytes); size >= 0; size = in.read(bytes)) {
        if (!cut) {
          out.write(bytes, 0, size);
          out.flush();
        }
      }
    } catch (IOException closed) {
      // The other side has closed the connection.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
