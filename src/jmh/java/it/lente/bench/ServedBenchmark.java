package it.lente.bench;

import it.lente.search.Search;
import it.lente.web.LenteServer;
import it.lente.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A list as it reaches people and programs: search, writing, compression and the way by HTTP. */
@State(Scope.Benchmark)
public class ServedBenchmark extends Measured {

  private LenteServer server;
  private HttpClient client;
  private HttpRequest json;
  private HttpRequest page;

  @Setup
  public void serve(OpenIndex index) {
    server =
        LenteServer.start(new Search(index.engine()), new WebSettings(0, Path.of("attachments")));
    client = HttpClient.newHttpClient();
    json = request("/api/v1/processes?q=biblioteca");
    page = request("/?q=biblioteca");
  }

  private HttpRequest request(String address) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + address))
        .header("Accept-Encoding", "gzip")
        .build();
  }

  @TearDown
  public void end() {
    client.close();
    server.close();
  }

  @Benchmark
  public byte[] json() throws IOException, InterruptedException {
    return body(json);
  }

  @Benchmark
  public byte[] page() throws IOException, InterruptedException {
    return body(page);
  }

  private byte[] body(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
    }
    return answer.body();
  }
}
