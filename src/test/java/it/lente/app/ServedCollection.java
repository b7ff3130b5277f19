package it.lente.app;

import it.lente.engine.SearchEngine;
import it.lente.search.Search;
import it.lente.web.LenteServer;
import it.lente.web.WebSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** A collection that the command indexed, and that is served. */
public final class ServedCollection implements AutoCloseable {

  private final SearchEngine engine;
  private final LenteServer server;

  private ServedCollection(SearchEngine engine, LenteServer server) {
    this.engine = engine;
    this.server = server;
  }

  /**
   * Indexes and starts to serve.
   *
   * @param home holds {@code records} and {@code attachments}, and will hold {@code index}
   */
  public static ServedCollection of(Path home) {
    StringWriter said = new StringWriter();
    int code =
        Main.commandLine(new Environment(Map.of(), home, false, false), new LuceneEngines())
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute("index");
    if (code != 0) {
      throw new IllegalStateException(said.toString());
    }
    SearchEngine engine = new LuceneEngines().reader(home.resolve("index"));
    return new ServedCollection(
        engine,
        LenteServer.start(new Search(engine), new WebSettings(0, home.resolve("attachments"))));
  }

  /** Without a slash at its end. */
  public String address() {
    return "http://localhost:" + server.port();
  }

  @Override
  public void close() {
    server.close();
    engine.close();
  }
}
