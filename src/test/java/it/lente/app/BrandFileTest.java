package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.lente.web.Brand;
import it.lente.web.Colour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandFileTest {

  @TempDir Path folder;

  @Test
  void a_text_may_be_said_in_each_language() throws IOException {
    Brand brand = read("name = Partecipa\nclaim.it = Cerca\nclaim.en = Search\nowner =");

    assertThat(brand.texts().get("it"))
        .containsEntry("site.name", "Partecipa")
        .containsEntry("site.claim", "Cerca")
        .doesNotContainKey("site.owner");
    assertThat(brand.texts().get("en"))
        .containsEntry("site.name", "Partecipa")
        .containsEntry("site.claim", "Search");
  }

  @Test
  void the_logo_lies_beside_the_file() throws IOException {
    Files.writeString(folder.resolve("segno.svg"), "<svg/>");

    Brand brand = read("logo = segno.svg\ncolour = #7a1f3d\naddress = https://a.example/");

    assertThat(brand.logo().orElseThrow().bytes()).hasSize(6);
    assertThat(brand.colour()).contains(new Colour(0x7a, 0x1f, 0x3d));
    assertThat(brand.address()).isEqualTo("https://a.example");
    assertThat(read("address = https://a.example:8443/servizi/lente/").address())
        .isEqualTo("https://a.example:8443/servizi/lente");
  }

  @Test
  void links_stand_in_their_order() throws IOException {
    Brand brand =
        read(
            """
            link.2 = Privacy
            link.2.address = https://a.example/privacy
            link.1.it = Scrivici
            link.1.en = Write to us
            link.1.address = mailto:a@b.example
            """);

    assertThat(brand.links())
        .extracting(link -> link.names().get("en"))
        .containsExactly("Write to us", "Privacy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nome = x | there is no line “nome”. Did you mean “name”?",
        "colour = #ffcc00 | take a darker one.",
        "colour = blue | write it as #0066cc.",
        "logo = x.gif | it must be a file of one of these: svg, png, jpg, webp.",
        "logo = missing.svg | it cannot be read beside the brand file",
        "contact = javascript:alert(1) | it must be an address such as"
            + " mailto:accessibilita@example.org.",
        "address = lente.example.org | it must be an address such as https://lente.example.org or",
        "address = https://a.example/a b | it must be an address such as",
        "address = https://a.example/x?y=z | it must be an address such as",
        "address = https://a.example/../x | it must be an address such as",
        "link.1 = Privacy | a link needs link.1 = its text (or link.1.it and link.1.en) and"
            + " link.1.address."
      })
  void what_cannot_be_used_is_refused_with_its_line_and_the_cure(String line, String cure) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(folder.resolve("brand.properties").toString())
        .hasMessageContaining(cure);
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> BrandFile.read(folder.resolve("nowhere")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("The brand file " + folder.resolve("nowhere"));
  }

  private Brand read(String lines) throws IOException {
    return BrandFile.read(Files.writeString(folder.resolve("brand.properties"), lines));
  }
}
