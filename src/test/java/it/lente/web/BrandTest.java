package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.lente.web.Brand.Link;
import it.lente.web.Brand.Logo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in the name of an institution. */
class BrandTest {

  /** The contrast that WCAG requires of graphics, such as the bars of a chart. */
  private static final double VISIBLE = 3;

  private static final String SHADES = shades();

  private static final Brand REGION =
      new Brand(
          Map.of("it", Map.of("site.name", "Partecipa"), "en", Map.of("site.name", "Take part")),
          Optional.of(Colour.parse("#7a1f3d")),
          Optional.of(new Logo("svg", "<svg/>".getBytes(StandardCharsets.UTF_8))),
          List.of(
              new Link(Map.of("it", "Privacy", "en", "Privacy"), "https://region.example/privacy")),
          "https://partecipa.example",
          "https://region.example",
          "https://region.example/schede/{id}?x=1",
          "mailto:aiuto@region.example");

  @Test
  void every_page_bears_name_logo_colour_and_links(@TempDir Path folder) {
    try (Site site = new Site(new WebSettings(0, folder, REGION), new FixedEngine())) {
      Document page = site.page("/help");
      assertThat(page.title()).endsWith(" – Partecipa");
      assertThat(site.page("/help?lang=en").title()).endsWith(" – Take part");
      assertThat(page.selectFirst(".it-brand-title").text()).isEqualTo("Partecipa");
      assertThat(page.select("a.navbar-brand").attr("href")).isEqualTo("https://region.example");
      assertThat(page.select("footer a").eachAttr("href"))
          .contains("https://region.example/privacy");
      String logo = page.select(".it-brand-wrapper img").attr("src");
      assertThat(site.get(logo).body()).isEqualTo("<svg/>");
      String colours = page.select("link[rel=stylesheet]").last().attr("href");
      assertThat(site.get(colours).body()).contains("--brand: #7a1f3d");
      assertThat(site.get(colours).headers().firstValue("Content-Type"))
          .contains("text/css; charset=utf-8");
    }
  }

  @Test
  void what_people_can_say_goes_to_the_institution(@TempDir Path folder) {
    try (Site site = new Site(new WebSettings(0, folder, REGION), new FixedEngine())) {
      Document page = site.page(Address.process(FixedCollection.ODD).toString());
      assertThat(page.select(".contribute a").attr("href"))
          .isEqualTo("https://region.example/schede/strano%20id%20%C3%A0%2520%2B?x=1");
      assertThat(page.select("a[rel=bookmark]").attr("href"))
          .startsWith("https://partecipa.example/processes/");
      assertThat(site.page("/accessibility").select("main a[href^=mailto]").text())
          .isEqualTo("aiuto@region.example");
    }
  }

  @Test
  void without_a_brand_the_pages_are_ours(@TempDir Path folder) {
    try (Site site = new Site(folder)) {
      Document page = site.page("/help");
      assertThat(page.select("link[href*=brand.css], .it-brand-wrapper img, a.navbar-brand"))
          .isEmpty();
      assertThat(
              site.get(
                      page.select("link[href*=lente.css]")
                          .attr("href")
                          .replace("lente.css", "brand.css"))
                  .statusCode())
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"#fc0", "red", "#ffcc00", "#12345g", "url(x)"})
  void a_colour_that_cannot_be_is_refused(String text) {
    assertThatThrownBy(() -> Colour.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_shade_of_a_colour_can_be_read() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int tried = 0;
    while (tried < 500) {
      Colour colour = new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256));
      if (colour.contrast(new Colour(255, 255, 255)) >= Colour.READABLE) {
        tried++;
        assertThat(Colour.parse(colour.toString())).isEqualTo(colour);
        Colour onLight = new Colour(0xf0, 0xf6, 0xfc);
        Colour onDark = new Colour(0x1a, 0x2a, 0x3b);
        assertThat(shade("link-on-light", colour).contrast(onLight))
            .as("seed %d: %s", seed, colour)
            .isGreaterThan(Colour.READABLE);
        assertThat(shade("brand-dark", colour).contrast(onLight))
            .as("seed %d: %s", seed, colour)
            .isGreaterThan(Colour.READABLE);
        assertThat(shade("link-on-dark", colour).contrast(onDark))
            .as("seed %d: %s", seed, colour)
            .isGreaterThan(Colour.READABLE);
        assertThat(shade("bar-on-light", colour).contrast(onLight))
            .as("seed %d: %s", seed, colour)
            .isGreaterThan(VISIBLE);
        assertThat(shade("bar-on-dark", colour).contrast(onDark))
            .as("seed %d: %s", seed, colour)
            .isGreaterThan(VISIBLE);
      }
    }
  }

  /** Mixes a shade as a browser does: «--name: color-mix(in srgb, var(--brand) 65%, black)». */
  private static Colour shade(String name, Colour brand) {
    Matcher mix =
        Pattern.compile(
                "--" + name + ": color-mix\\(in srgb, var\\(--brand\\) (\\d+)%, (black|white)\\)")
            .matcher(SHADES);
    assertThat(mix.find()).as(name).isTrue();
    double part = Integer.parseInt(mix.group(1)) / 100.0;
    int end = mix.group(2).equals("black") ? 0 : 255;
    return new Colour(
        mixed(brand.red(), part, end),
        mixed(brand.green(), part, end),
        mixed(brand.blue(), part, end));
  }

  private static int mixed(int channel, double part, int end) {
    return (int) Math.round(channel * part + end * (1 - part));
  }

  private static String shades() {
    try (InputStream in = BrandTest.class.getResourceAsStream("assets/brand.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
