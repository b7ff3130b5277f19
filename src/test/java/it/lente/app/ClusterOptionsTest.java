package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options of a cluster that do not fit together are refused with the cure, before any request. */
class ClusterOptionsTest {

  private static final String ENGINE = "--engine=opensearch";
  private static final String URL = "--opensearch-url=http://localhost:1";

  @TempDir Path home;

  private String refused(Map<String, String> variables, String... options) {
    StringWriter said = new StringWriter();
    String[] arguments = new String[options.length + 2];
    arguments[0] = "search";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[arguments.length - 1] = "piazza";
    int code =
        Main.commandLine(new Environment(variables, home, false, false))
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute(arguments);
    assertThat(code).as(said.toString()).isEqualTo(2);
    return said.toString();
  }

  @Test
  void a_cluster_needs_the_address_of_a_node() {
    assertThat(refused(Map.of(), ENGINE)).contains("give the address of a node");
    assertThat(refused(Map.of(), ENGINE, "--opensearch-url=node1:9200"))
        .contains("“node1:9200” is no address of a node: write http://node1:9200");
    assertThat(refused(Map.of(), ENGINE, "--opensearch-url=http://node 1")).contains("node 1");
    assertThat(refused(Map.of(), URL)).contains("--opensearch-url is of no use without --engine");
  }

  @Test
  void secrets_come_from_variables_and_in_pairs() {
    assertThat(refused(Map.of(), ENGINE, URL, "--opensearch-password=x"))
        .contains("Others can read a command line: set the variable LENTE_OPENSEARCH_PASSWORD")
        .doesNotContain("=x");
    assertThat(refused(Map.of(), ENGINE, URL, "--opensearch-user=anna"))
        .contains("LENTE_OPENSEARCH_PASSWORD");
    assertThat(refused(Map.of("LENTE_OPENSEARCH_PASSWORD", "x"), ENGINE, URL))
        .contains("--opensearch-user");
  }

  @Test
  void names_numbers_and_certificates_are_checked() throws IOException {
    assertThat(refused(Map.of(), ENGINE, URL, "--opensearch-prefix=Lente"))
        .contains("“Lente” cannot begin the name of an index");
    assertThat(refused(Map.of(), ENGINE, URL, "--opensearch-shards=0"))
        .contains("1 to 1000 shards");
    assertThat(refused(Map.of(), ENGINE, URL, "--opensearch-replicas=many"))
        .contains("--opensearch-replicas must be a whole number from 0 to 20, not “many”");
    assertThat(refused(Map.of(), "--engine=solr")).contains("must be lucene or opensearch");
    Path none = home.resolve("ca.pem");
    assertThat(refused(Map.of(), ENGINE, URL, "--opensearch-ca=" + none)).contains("ca.pem");
    Files.writeString(none, "no certificate");
    assertThat(refused(Map.of(), ENGINE, URL, "--opensearch-ca=" + none)).contains("ca.pem");
  }
}
