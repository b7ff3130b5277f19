package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.InMemoryEngine;
import it.lente.engine.RecordWriter;
import it.lente.engine.Samples;
import it.lente.search.Search;
import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page whose stamp stands inside a phrase that is asked for, and is asked for itself. */
class StampedPageTest {

  @TempDir Path attachments;

  @Test
  void each_occurrence_has_one_anchor_one_number_and_one_mark_on_the_page() throws IOException {
    Document page = pageFor("\"piano strategico\" protocollo");
    assertThat(page.select("#page-text mark[id]").eachAttr("id")).containsExactly("hit-1", "hit-2");
    assertThat(page.select("#page-text mark").eachAttr("data-hit")).containsExactly("1", "2", "1");
    assertThat(page.select(".hit-numbers a").eachText()).containsExactly("1", "2");
    assertThat(page.selectFirst(".hit-position").text()).isEqualTo("1–2 / 2");
    assertThat(page.select("#page-marks g[data-hit]").eachAttr("aria-label"))
        .containsExactly(
            "occorrenza 1 di 2, pagina 1: «piano … strategico»",
            "occorrenza 2 di 2, pagina 1: «protocollo»");
  }

  private Document pageFor(String question) throws IOException {
    InMemoryEngine engine = new InMemoryEngine();
    try (RecordWriter writer = engine.writer()) {
      writer.put(
          Samples.process("p1")
              .withRepeated("a.pdf", "il piano |protocollo| strategico", "|protocollo| fine")
              .build());
      writer.commit();
    }
    try (LenteServer server =
        LenteServer.start(new Search(engine), new WebSettings(0, attachments))) {
      Address address = Address.page("p1", "a.pdf", 1).with("q", question);
      return Jsoup.connect("http://localhost:" + server.port() + address).get();
    }
  }
}
