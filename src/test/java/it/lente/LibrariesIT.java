package it.lente;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shipped beside Lente, and what the build writes of it. */
class LibrariesIT {

  private static final Path TARGET = Path.of("target");

  private static List<String> shipped() throws IOException {
    try (Stream<Path> jars = Files.list(TARGET.resolve("lib"))) {
      return jars.map(jar -> jar.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void the_sbom_lists_each_library_that_is_shipped_with_its_checksum() throws IOException {
    JsonNode sbom = JsonMapper.shared().readTree(TARGET.resolve("sbom.json"));
    TreeSet<String> listed = new TreeSet<>();
    for (JsonNode component : sbom.get("components")) {
      listed.add(
          component.get("name").asString() + "-" + component.get("version").asString() + ".jar");
      assertThat(component.get("purl").asString()).startsWith("pkg:maven/");
      assertThat(component.get("hashes").findValuesAsString("alg")).contains("SHA-256");
    }
    assertThat(listed).containsExactlyElementsOf(shipped());
  }

  @Test
  void the_notices_name_a_licence_for_each_library_that_is_shipped() throws IOException {
    List<String> notices =
        Files.readAllLines(TARGET.resolve("THIRD-PARTY.txt")).stream()
            .filter(line -> line.startsWith("     ("))
            .toList();
    assertThat(notices).hasSameSizeAs(shipped()).noneMatch(line -> line.contains("(Unknown"));
  }

  /** Each of them opened a way in that a search needs at no time. */
  @Test
  void neither_web_sockets_nor_names_nor_byte_code_nor_mail_is_shipped() throws IOException {
    assertThat(shipped())
        .noneMatch(jar ->
            jar.matches(
                "(jetty-(jndi|plus|annotations|xml|ee|ee10-(webapp|plus|annotations))"
                    + "|jetty-.*websocket.*|asm|asm-.*|bcjmail.*|jaxb-.*|jakarta\\.(?!servlet|json-api).*"
                    + "|log4j-core)-[0-9].*"));
  }
}
