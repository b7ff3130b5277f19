package it.lente.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.apache.commons.io.function.IOConsumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Sends answers of any length while they are made. Such an answer lasts as long as its reader
 * takes, so only a few are sent at once. One that cannot be finished breaks its connection, because
 * a shorter list would look whole.
 */
final class Downloads {

  private final Semaphore places;

  /**
   * @param concurrency number of requests worked on at once, most of which stay free for others
   */
  Downloads(int concurrency) {
    places = new Semaphore(Math.max(1, concurrency / 4));
  }

  /** Sends a text in UTF-8. */
  void send(Context context, String type, String file, IOConsumer<Writer> body) throws IOException {
    String textType = type + "; charset=utf-8";
    sendBytes(
        context,
        type.startsWith("text/csv") ? textType + "; header=present" : textType,
        file,
        bytes -> {
          Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
          body.accept(out);
          out.flush();
        });
  }

  /**
   * Sends bytes.
   *
   * @param file the name under which a browser keeps them
   */
  void sendBytes(Context context, String type, String file, IOConsumer<OutputStream> body)
      throws IOException {
    if (!places.tryAcquire()) {
      context.header("Retry-After", ProblemType.RETRY_AFTER);
      throw ProblemException.busy();
    }
    try {
      context.contentType(type);
      context.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
      if (!HandlerType.HEAD.equals(context.method())) {
        body.accept(context.outputStream());
      }
    } catch (IOException | RuntimeException broken) {
      breakOff(context);
      throw broken;
    } finally {
      places.release();
    }
  }

  /** Closes the connection if a part of the answer has been sent; else an error can be. */
  private static void breakOff(Context context) {
    if (context.res().isCommitted()) {
      ServletContextRequest.getServletContextRequest(context.req())
          .getConnectionMetaData()
          .getConnection()
          .getEndPoint()
          .close();
    } else {
      context.removeHeader("Content-Disposition");
    }
  }
}
