package it.lente.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection that is kept and read by hand, as slowly as a test likes. */
final class RawConnection implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");

  private final Socket socket = new Socket();
  private final InputStream in;

  RawConnection(String address) throws IOException {
    // What the kernel cannot keep for the reader keeps the server busy.
    socket.setReceiveBufferSize(1 << 14);
    socket.setSoTimeout(120_000);
    socket.connect(new InetSocketAddress("localhost", URI.create(address).getPort()));
    in = socket.getInputStream();
  }

  void ask(String path) throws IOException {
    String request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns the head of the next answer, the empty string if there is none. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  byte[] body(String head) throws IOException {
    Matcher length = LENGTH.matcher(head);
    return length.find() ? body(Integer.parseInt(length.group(1))) : new byte[0];
  }

  /** Returns fewer bytes than asked for if the answer is cut off. */
  byte[] body(int length) throws IOException {
    return in.readNBytes(length);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
