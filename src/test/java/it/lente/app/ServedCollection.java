package it.lente.app;

import it.lente.engine.SearchEngine;
import it.lente.search.Search;
import it.lente.web.Brand;
import it.lente.web.LenteServer;
import it.lente.web.WebSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A collection that the command indexed, and that is served. */
public final class ServedCollection implements AutoCloseable {

  private final SearchEngine engine;
  private final Path attachments;
  private final LenteServer server;
  private final List<LenteServer> others = new ArrayList<>();

  private ServedCollection(SearchEngine engine, Path attachments) {
    this.engine = engine;
    this.attachments = attachments;
    this.server = serve(Brand.NONE);
  }

  private LenteServer serve(Brand brand) {
    return LenteServer.start(new Search(engine), new WebSettings(0, attachments, brand));
  }

  /**
   * Indexes and starts to serve.
   *
   * @param home holds {@code records} and {@code attachments}, and will hold {@code index}
   */
  public static ServedCollection of(Path home) {
    StringWriter said = new StringWriter();
    int code =
        Main.commandLine(new Environment(Map.of(), home, false, false))
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute("index");
    if (code != 0) {
      throw new IllegalStateException(said.toString());
    }
    SearchEngine engine = new LuceneEngines(home.resolve("index")).reader();
    return new ServedCollection(engine, home.resolve("attachments"));
  }

  /** Serves it once more, in the name of an institution; tells the address. */
  public String alsoAs(Path brandFile) {
    LenteServer other = serve(BrandFile.read(brandFile));
    others.add(other);
    return address(other);
  }

  /** Without a slash at its end. */
  public String address() {
    return address(server);
  }

  private static String address(LenteServer server) {
    return "http://localhost:" + server.port();
  }

  @Override
  public void close() {
    others.forEach(LenteServer::close);
    server.close();
    engine.close();
  }
}
