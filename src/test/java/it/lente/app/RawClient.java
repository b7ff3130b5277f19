package it.lente.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Sends bytes that no HTTP client would send, and reads what comes back until the end. */
final class RawClient {

  private static final int MILLISECONDS = 60_000;
  private static final Pattern REPEATED = Pattern.compile("\\{([^{}]{1,40})\\*([0-9]{1,6})\\}");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(r|n|t|\\\\|x[0-9a-f]{2})");

  private final int port;

  RawClient(int port) {
    this.port = port;
  }

  /**
   * Reads what came back.
   *
   * @param status of the last answer, «closed» if there was none
   * @param head status lines and headers, a character for each byte
   * @param finals answers that were not only a 100
   */
  record Answer(String status, String head, String body, int finals) {

    String type() {
      Matcher type = Pattern.compile("(?im)^content-type: ?(.*)$").matcher(head);
      return type.find() ? type.group(1).toLowerCase(Locale.ROOT).strip() : "";
    }

    String start() {
      return head + body.substring(0, Math.min(600, body.length()));
    }
  }

  Answer send(String written) {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(MILLISECONDS);
      try {
        socket.getOutputStream().write(bytes(written));
        socket.shutdownOutput();
      } catch (SocketException refusedWhileSending) {
        // The server has said what it thinks of the request before it had all of it.
      }
      return answer(read(socket.getInputStream()));
    } catch (IOException e) {
      throw new AssertionError(written.substring(0, Math.min(200, written.length())), e);
    }
  }

  private static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 14];
    try {
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        read.write(some, 0, count);
      }
    } catch (SocketException reset) {
      // What was read until then is the answer: the server resets where bytes are left unread.
    }
    return read.toByteArray();
  }

  private static byte[] bytes(String written) {
    String request = written.startsWith(">") ? written.substring(1) : completed(written);
    Matcher repeated = REPEATED.matcher(request);
    request =
        repeated.replaceAll(each ->
            Matcher.quoteReplacement(each.group(1).repeat(Integer.parseInt(each.group(2)))));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher escaped = ESCAPED.matcher(request);
    int end = 0;
    while (escaped.find()) {
      bytes.writeBytes(request.substring(end, escaped.start()).getBytes(StandardCharsets.UTF_8));
      String name = escaped.group(1);
      bytes.write(
          switch (name.charAt(0)) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'x' -> Integer.parseInt(name.substring(1), 16);
            default -> '\\';
          });
      end = escaped.end();
    }
    bytes.writeBytes(request.substring(end).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /** Adds what the short form leaves out: the version, a host, the end of the headers. */
  private static String completed(String written) {
    int line = written.indexOf("\\r\\n");
    String first = line < 0 ? written : written.substring(0, line);
    String rest = line < 0 ? "" : written.substring(line + "\\r\\n".length()) + "\\r\\n";
    int end = rest.indexOf("\\r\\n\\r\\n");
    String headers = end < 0 ? rest : rest.substring(0, end + "\\r\\n".length());
    String body =
        end < 0
            ? ""
            : rest.substring(end + "\\r\\n\\r\\n".length(), rest.length() - "\\r\\n".length());
    String host = ("\\r\\n" + headers).contains("\\r\\nHost:") ? "" : "Host: localhost\\r\\n";
    return first + " HTTP/1.1\\r\\n" + host + headers + "Connection: close\\r\\n\\r\\n" + body;
  }

  private static Answer answer(byte[] read) throws IOException {
    String all = new String(read, StandardCharsets.ISO_8859_1);
    StringBuilder head = new StringBuilder();
    String status = "closed";
    int start = 0;
    while (all.startsWith("HTTP/1.", start)) {
      int end = all.indexOf("\r\n\r\n", start);
      head.append(all, start, end).append("\r\n");
      status = all.substring(start + "HTTP/1.1 ".length(), start + "HTTP/1.1 200".length());
      start = end + "\r\n\r\n".length();
      if (!status.startsWith("1")) {
        break;
      }
    }
    byte[] body = all.substring(start).getBytes(StandardCharsets.ISO_8859_1);
    int finals = status.equals("closed") ? 0 : 1 + others(all.substring(start));
    return new Answer(status, head.toString(), text(body, head.toString()), finals);
  }

  /** Answers that follow the body of the first. */
  private static int others(String rest) {
    return (int) Pattern.compile("HTTP/1\\.[01] [0-9]{3} ").matcher(rest).results().count();
  }

  private static String text(byte[] body, String head) throws IOException {
    byte[] whole = head.matches("(?is).*transfer-encoding: chunked.*") ? unchunked(body) : body;
    if (head.matches("(?is).*content-encoding: gzip.*") && whole.length > 0) {
      whole = new GZIPInputStream(new ByteArrayInputStream(whole)).readAllBytes();
    }
    return new String(whole, StandardCharsets.UTF_8);
  }

  private static byte[] unchunked(byte[] body) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int at = 0;
    while (at < body.length) {
      int end = at;
      while (body[end] != '\r') {
        end++;
      }
      int length =
          Integer.parseInt(new String(body, at, end - at, StandardCharsets.US_ASCII).strip(), 16);
      if (length == 0) {
        break;
      }
      whole.write(body, end + 2, length);
      at = end + 2 + length + 2;
    }
    return whole.toByteArray();
  }
}
