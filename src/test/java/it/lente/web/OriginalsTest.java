package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The original files, over a real port. */
class OriginalsTest {

  private static final String BYTES = "%PDF-0123456789";
  private static final String REPORT =
      "/attachments/biblioteca-vallechiara/verbali/relazione%20finale.pdf";

  @AutoClose private static Site site;
  private static Path folder;

  @BeforeAll
  static void start(@TempDir Path root) throws IOException {
    folder = Files.createDirectory(root.resolve("attachments"));
    Path library = folder.resolve(FixedCollection.LIBRARY);
    Files.createDirectories(library.resolve("verbali"));
    Files.writeString(library.resolve("verbali/relazione finale.pdf"), BYTES);
    Files.writeString(library.resolve("mappa.html"), "<script>alert(1)</script>");
    Files.writeString(library.resolve("non elencato.txt"), "secret");
    Files.writeString(folder.resolve("segreto.txt"), "secret");
    Files.writeString(root.resolve("fuori.txt"), "secret");
    Files.createSymbolicLink(library.resolve("foto.png"), root.resolve("fuori.txt"));
    Files.createDirectory(folder.resolve(FixedCollection.ODD));
    Files.writeString(folder.resolve(FixedCollection.ODD).resolve("à & b;c#d%20+e.txt"), "odd");
    site = new Site(folder);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void a_pdf_is_shown_as_it_is() {
    HttpResponse<String> answer = site.get(REPORT, "Accept-Encoding", "gzip");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(BYTES);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/pdf");
    assertThat(header(answer, "Content-Length")).isEqualTo("15");
    assertThat(header(answer, "Content-Disposition")).startsWith("inline");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, bytes 0-3/15, %PDF",
    "bytes=5-, bytes 5-14/15, 0123456789",
    "bytes=-4, bytes 11-14/15, 6789",
    "bytes=-400, bytes 0-14/15, %PDF-0123456789",
    "bytes=14-99, bytes 14-14/15, 9"
  })
  void a_part_is_given(String range, String given, String bytes) {
    HttpResponse<String> answer = site.get(REPORT, "Range", range);
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(header(answer, "Content-Range")).isEqualTo(given);
    assertThat(answer.body()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=15-", "bytes=99-100", "bytes=-0"})
  void a_part_outside_the_file_is_a_416_with_its_size(String range) {
    HttpResponse<String> answer = site.get(REPORT, "Range", range, "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes */15");
    assertThat(answer.body()).contains("/problems/range-not-satisfiable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=3-1", "bytes=0-1,4-5", "lines=1-2", "bytes=-"})
  void a_range_that_is_none_gives_the_whole(String range) {
    HttpResponse<String> answer = site.get(REPORT, "Range", range);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(BYTES);
  }

  @Test
  void what_the_browser_holds_is_not_sent_again() {
    String tag = header(site.get(REPORT), "ETag");
    assertThat(site.get(REPORT, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(site.get(REPORT, "Range", "bytes=0-1", "If-Range", tag).statusCode()).isEqualTo(206);
    assertThat(site.get(REPORT, "Range", "bytes=0-1", "If-Range", "\"old\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void head_tells_the_size_only() {
    HttpResponse<String> answer = site.send("HEAD", REPORT);
    assertThat(header(answer, "Content-Length")).isEqualTo("15");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void what_could_run_is_for_saving_only() {
    HttpResponse<String> answer = site.get("/attachments/biblioteca-vallechiara/mappa.html");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(header(answer, "Content-Disposition")).startsWith("attachment");
    assertThat(header(answer, "Content-Security-Policy")).contains("sandbox", "default-src 'none'");
  }

  @Test
  void any_name_that_a_file_can_have_is_found_under_its_address() {
    String address = Address.original(FixedCollection.ODD, "à & b;c#d%20+e.txt").toString();
    HttpResponse<String> answer = site.get(address);
    assertThat(answer.body()).isEqualTo("odd");
    assertThat(header(answer, "Content-Type")).isEqualTo("text/plain;charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/attachments/biblioteca-vallechiara/perso.pdf",
        "/attachments/biblioteca-vallechiara/non%20elencato.txt",
        "/attachments/biblioteca-vallechiara/foto.png",
        "/attachments/biblioteca-vallechiara/../segreto.txt",
        "/attachments/biblioteca-vallechiara/..%2fsegreto.txt",
        "/attachments/biblioteca-vallechiara/%2e%2e/segreto.txt",
        "/attachments/biblioteca-vallechiara/..%5csegreto.txt",
        "/attachments/../fuori.txt",
        "/attachments/%2e%2e/fuori.txt",
        "/attachments/biblioteca-vallechiara/verbali/%00relazione.pdf",
        "/attachments/biblioteca-vallechiara//etc/passwd",
        "/attachments/biblioteca-vallechiara/verbali",
        "/attachments/nobody/mappa.html"
      })
  void nothing_else_is_given(String address) {
    HttpResponse<String> answer = site.get(address);
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("secret", "root:");
  }

  @Test
  void a_listed_file_that_lies_elsewhere_is_not_given() {
    String address = "/attachments/biblioteca-vallechiara/%2e%2e%2fsegreto.txt";
    assertThat(site.get(address).body()).doesNotContain("secret");
  }
}
