package it.lente.web;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.InMemoryEngine;
import it.lente.engine.RecordWriter;
import it.lente.engine.Samples;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The attachments on the page of a process. */
class ProcessAttachmentsTest {

  private static final int PAGES = 12;

  private final InMemoryEngine engine = new InMemoryEngine();
  private Site site;

  @BeforeEach
  void start(@TempDir Path folder) {
    try (RecordWriter writer = engine.writer()) {
      String[] many = Collections.nCopies(PAGES, "il parco").toArray(String[]::new);
      writer.put(
          process("p1")
              .with("a.pdf", "la piazza")
              .with("b.pdf", "un parco")
              .with("c.pdf", many)
              .with("d.pdf", "la strada")
              .build());
      writer.commit();
    }
    site = new Site(folder, engine);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static List<String> titles(Document page, String which) {
    return page.select(which + " .attachment-title").eachText();
  }

  @Test
  void those_with_most_occurrences_come_first_and_those_without_take_a_line() {
    Document page = site.page("/processes/p1?q=parco");
    assertThat(titles(page, ".attachment")).containsExactly("c.pdf", "b.pdf", "a.pdf", "d.pdf");
    assertThat(titles(page, ".attachment.bare")).containsExactly("a.pdf", "d.pdf");
  }

  @Test
  void without_words_they_are_in_the_order_of_their_paths() {
    Document page = site.page("/processes/p1");
    assertThat(titles(page, ".attachment")).containsExactly("a.pdf", "b.pdf", "c.pdf", "d.pdf");
    assertThat(page.select(".attachment.bare")).isEmpty();
  }

  @Test
  void the_first_pages_with_occurrences_have_links_and_the_rest_are_counted() {
    Document page = site.page("/processes/p1?q=parco");
    List<String> chips = page.select(".attachment").first().select(".page-chip").eachText();
    assertThat(chips).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
    assertThat(page.select(".attachment").first().select(".pages").text())
        .contains(Integer.toString(PAGES - chips.size()));
  }

  @Test
  void many_without_an_occurrence_are_folded_and_none_with_one() {
    try (RecordWriter writer = engine.writer()) {
      Samples many = process("p2");
      for (int i = 10; i < 25; i++) {
        many.with("f" + i + ".pdf", i < 18 ? "il parco" : "la piazza");
      }
      writer.put(many.build());
      writer.commit();
    }
    Document plain = site.page("/processes/p2");
    assertThat(titles(plain, ".attachment")).hasSize(15);
    assertThat(titles(plain, ".more-attachments .attachment")).hasSize(9);
    assertThat(plain.select(".more-attachments summary").text()).isEqualTo("Altri 9 allegati");
    Document asked = site.page("/processes/p2?q=parco");
    assertThat(asked.select(".more-attachments .page-chip")).isEmpty();
    assertThat(titles(asked, ".more-attachments .attachment")).hasSize(7);
    assertThat(site.page("/processes/p1").select(".more-attachments")).isEmpty();
  }
}
