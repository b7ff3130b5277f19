package it.lente.engine;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.record.AttachmentState;
import it.lente.record.DocumentInfo;
import it.lente.record.DocumentInfo.Bookmark;
import it.lente.record.DocumentInfo.Comment;
import it.lente.record.PageShape;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.TextQuery;
import it.lente.record.TextRange;
import it.lente.record.WordBox;
import it.lente.record.WordBoxes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every engine must do for processes, attachments and pages: hits, marks, excerpts. */
public interface DocumentContract extends EngineContract {

  // Hits, pages, excerpts

  @Test
  default void occurrences_and_pages_are_counted_by_attachment_and_matching_ones_come_first() {
    givenProcesses(
        process("p1").with("a.pdf", "niente").with("b.pdf", "parco e parchi", "altro", "il parco"));
    List<AttachmentHit> attachments = onlyHit("parco").attachments();
    assertThat(attachments)
        .extracting(hit -> hit.stored().attachment().file())
        .containsExactly("b.pdf", "a.pdf");
    assertThat(attachments.getFirst().hits().orElseThrow())
        .isEqualTo(counts(3, new PageCount(1, 1), new PageCount(3, 3)));
    assertThat(attachments.getLast().hits().orElseThrow()).isEqualTo(PageCounts.NONE);
  }

  @Test
  default void attachments_with_as_many_occurrences_are_in_the_order_of_their_paths() {
    givenProcesses(
        process("p1")
            .with("z.pdf", "niente")
            .with("verbali/2.pdf", "un parco")
            .with("c.pdf", "parco, parchi")
            .with("allegati/9.pdf", "il parco")
            .with("a.pdf", "niente")
            .with("b.pdf", "un parco"));
    assertThat(onlyHit("parco").attachments())
        .extracting(hit -> hit.stored().attachment().file())
        .containsExactly("c.pdf", "allegati/9.pdf", "b.pdf", "verbali/2.pdf", "a.pdf", "z.pdf");
  }

  @Test
  default void a_process_has_its_words_marked_in_the_whole_texts_of_its_record() {
    givenProcesses(process("p1").titled("Il parco").with("a.pdf", "un parco"));
    ProcessMatch found = engine().process("p1", query("parchi"), Deadline.NEVER).orElseThrow();
    assertThat(found.fields())
        .containsExactly(
            new FieldExcerpt("title", new Excerpt("Il parco", List.of(new Mark(3, 8)))));
    assertThat(found.attachments().getFirst().excerpts()).hasSize(1);
  }

  @Test
  default void without_a_question_there_are_no_hits_and_no_excerpts() {
    givenProcesses(process("p1").with("a.pdf", "parco"));
    ProcessHit hit = onlyHit("");
    assertThat(hit.excerpts()).isEmpty();
    assertThat(hit.attachments().getFirst().hits()).isEmpty();
  }

  @Test
  default void excerpts_of_the_best_three_pages_mark_the_words() {
    givenProcesses(
        process("p1")
            .with("a.pdf", "parco", "parco urbano", "niente", "il parco urbano", "urbano parco"));
    List<PageExcerpt> excerpts = onlyHit("parco urbano").attachments().getFirst().excerpts();
    assertThat(excerpts).extracting(PageExcerpt::page).containsExactly(2, 4, 5);
    assertThat(marked(excerpts.get(1).excerpt())).containsExactly("parco", "urbano");
  }

  @Test
  default void the_hits_of_an_attachment_are_numbered_and_are_the_marked_words() {
    givenProcesses(
        process("p1")
            .with("z.pdf", "parco prima")
            .with("a.pdf", "il Parco", "niente", "parchi, e parco"));
    AttachmentHits hits = hits("p1", "a.pdf", "parco", PageRange.FIRST_FIFTY, Order.PAGE);
    assertThat(hits.occurrences()).isEqualTo(3);
    assertThat(hits.pages()).extracting(PageHits::page).containsExactly(1, 3);
    assertThat(hits.pages().getLast().hits()).extracting(PageHits.Hit::n).containsExactly(2, 3);
    assertThat(
            hits.pages().getLast().hits().stream().map(hit -> textAt("p1", "a.pdf", 3, hit.mark())))
        .containsExactly("parchi", "parco");
  }

  @Test
  default void an_occurrence_over_a_page_break_is_counted_once_and_marked_on_both_pages() {
    givenProcesses(process("p1").with("a.pdf", "il piano", "strategico del piano"));
    AttachmentHits hits =
        hits("p1", "a.pdf", "\"piano strategico\"", PageRange.FIRST_FIFTY, Order.PAGE);
    assertThat(hits.occurrences()).isEqualTo(1);
    assertThat(hits.pages()).extracting(PageHits::occurrences).containsExactly(1, 0);
    assertThat(hits.pages())
        .allSatisfy(page -> assertThat(page.hits()).extracting(PageHits.Hit::n).containsExactly(1));
    assertThat(textAt("p1", "a.pdf", 2, hits.pages().getLast().hits().getFirst().mark()))
        .isEqualTo("strategico");
  }

  @Test
  default void hits_list_all_pages_and_give_those_asked_for_in_full() {
    givenProcesses(process("p1").with("a.pdf", "parco", "parco", "parco urbano, parco"));
    AttachmentHits hits =
        hits("p1", "a.pdf", "parco urbano", PageRange.between(2, 2), Order.RELEVANCE);
    assertThat(hits.pages()).extracting(PageHits::page).containsExactly(3, 1, 2);
    assertThat(hits.pages()).extracting(page -> page.hits().size()).containsExactly(0, 0, 1);
  }

  @Test
  default void what_is_not_there_is_nothing_and_no_error() {
    givenProcesses(process("p1").with("a.pdf", "parco"));
    assertThat(engine().process("p2", Deadline.NEVER)).isEmpty();
    assertThat(engine().page("p1", "b.pdf", 1, Deadline.NEVER)).isEmpty();
    assertThat(engine().page("p1", "a.pdf", 0, Deadline.NEVER)).isEmpty();
    assertThat(engine().page("p1", "a.pdf", 2, Deadline.NEVER)).isEmpty();
    assertThat(
            engine()
                .hits(
                    new HitsRequest("p2", "a.pdf", query("x"), PageRange.FIRST_FIFTY, Order.PAGE),
                    Deadline.NEVER))
        .isEmpty();
  }

  @Test
  default void a_process_comes_with_the_pages_of_each_attachment_that_have_the_words() {
    givenProcesses(
        process("p1")
            .with("a.pdf", "niente")
            .with("b.pdf", "parco e parchi", "altro", "il parco")
            .unread("c.pdf", AttachmentState.FAILED, "rotto"));
    ProcessMatch match = engine().process("p1", query("parco"), Deadline.NEVER).orElseThrow();
    assertThat(match.stored()).isEqualTo(engine().process("p1", Deadline.NEVER).orElseThrow());
    assertThat(match.attachments())
        .extracting(hit -> hit.stored().attachment().id(), hit -> hit.hits().orElseThrow())
        .containsExactly(
            tuple("a.pdf", PageCounts.NONE),
            tuple("b.pdf", counts(3, new PageCount(1, 1), new PageCount(3, 3))),
            tuple("c.pdf", PageCounts.NONE));
    assertThat(match.attachments())
        .extracting(hit -> hit.excerpts().size())
        .containsExactly(0, 2, 0);
    assertThat(engine().process("p1", TextQuery.NONE, Deadline.NEVER).orElseThrow().attachments())
        .hasSize(3)
        .allMatch(hit -> hit.hits().isEmpty());
    assertThat(engine().process("p2", query("parco"), Deadline.NEVER)).isEmpty();
  }

  @Test
  default void a_process_comes_back_as_it_was_put() {
    IndexedProcess put =
        process("p1").titled("Piano").between(2015, 2017).with("a.pdf", "uno", "due").build();
    givenProcesses(put);
    StoredProcess stored = engine().process("p1", Deadline.NEVER).orElseThrow();
    assertThat(stored.record()).isEqualTo(put.record());
    assertThat(stored.attachments().getFirst().summary().pageCount()).isEqualTo(2);
    assertThat(engine().page("p1", "a.pdf", 2, Deadline.NEVER).orElseThrow())
        .isEqualTo(put.attachments().getFirst().text().pages().getLast());
  }

  @Test
  default void every_page_of_a_long_report_comes_back() {
    String[] pages = new String[40];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = i == 7 ? "" : "testo della pagina numero" + (i + 1);
    }
    givenProcesses(process("p1").with("a.pdf", pages).with("b.pdf", "altro"));
    for (int i = 0; i < pages.length; i++) {
      PageText page = engine().page("p1", "a.pdf", i + 1, Deadline.NEVER).orElseThrow();
      assertThat(page.text()).isEqualTo(pages[i]);
      assertThat(page.number()).isEqualTo(i + 1);
    }
    assertThat(onlyHit("numero35").attachments().getFirst().hits().orElseThrow().pageNumbers())
        .containsExactly(35);
  }

  // What pages repeat

  @Test
  default void a_phrase_is_found_over_a_page_break_between_foot_and_head() {
    givenProcesses(
        process("p1")
            .withRepeated(
                "a.pdf",
                "|Comune di Valsorda|\nsi approva il\n|pagina 1 di 2|",
                "|Comune di Valsorda|\nbilancio comunale\n|pagina 2 di 2|"));
    assertThat(found("\"approva il bilancio\"")).containsExactly("p1");
    assertThat(found("\"il pagina\"")).isEmpty();
    assertThat(found("\"valsorda bilancio\"")).isEmpty();
    AttachmentHits hits = hitsOf("\"il bilancio\"");
    assertThat(hits.occurrences()).isEqualTo(1);
    assertThat(hits.pages()).extracting(PageHits::page).containsExactly(1, 2);
    assertThat(marksOf(hits)).containsExactly("1 il", "1 bilancio");
  }

  @Test
  default void what_pages_repeat_is_found_and_counted_on_the_first_that_bears_it() {
    givenProcesses(
        process("p1")
            .withRepeated(
                "a.pdf",
                "Relazione al comune",
                "|Comune  di Valsorda|\nil comune\n|Pagina 2 di 4|",
                "|COMUNE DI VALSORDA|\nil comune\n|Pagina 3 di 4|",
                "|Comune di Valsorda|\n|Delibera n. 14|\nfine\n|Pagina 4 di 4|"));
    AttachmentHit hit = onlyHit("comune").attachments().getFirst();
    assertThat(hit.hits().orElseThrow())
        .isEqualTo(counts(4, new PageCount(1, 1), new PageCount(2, 2), new PageCount(3, 4)));
    AttachmentHits hits = hitsOf("comune");
    assertThat(hits.pages()).extracting(PageHits::occurrences).containsExactly(1, 2, 1);
    assertThat(marksOf(hits)).containsExactly("1 comune", "2 Comune", "3 comune", "4 comune");
    assertThat(marksOf(hitsOf("pagina"))).containsExactly("1 Pagina");
    assertThat(marksOf(hitsOf("valsorda delibera"))).containsExactly("1 Valsorda", "2 Delibera");
    assertThat(onlyHit("valsorda").attachments().getFirst().excerpts())
        .extracting(PageExcerpt::page)
        .containsExactly(2);
  }

  @Test
  default void lines_of_a_running_head_are_one_phrase() {
    givenProcesses(
        process("p1")
            .withRepeated(
                "a.pdf",
                "|Unione dei|\n|Comuni del Delta|\nuno",
                "|Unione dei|\n|Comuni del Delta|\ndue"));
    assertThat(marksOf(hitsOf("\"unione dei comuni\""))).containsExactly("1 Unione dei\nComuni");
    assertThat(found("\"del delta uno\"")).isEmpty();
  }

  @Test
  default void a_stamp_in_the_middle_of_a_phrase_is_an_occurrence_of_its_own() {
    givenProcesses(
        process("p1")
            .withRepeated(
                "a.pdf",
                "il piano |protocollo unico| strategico",
                "altro |protocollo unico| parco e parco"));
    AttachmentHits hits = hitsOf("\"piano strategico\" protocollo parco");
    assertThat(hits.occurrences()).isEqualTo(4);
    assertThat(marksOf(hits))
        .containsExactly("1 piano", "2 protocollo", "1 strategico", "3 parco", "4 parco");
  }

  @Test
  default void hits_of_running_lines_are_numbered_in_the_order_of_the_page() {
    givenProcesses(
        process("p1")
            .withRepeated(
                "a.pdf",
                "|parco alto|\nil parco e il piano\n|piano basso|",
                "|parco alto|\nstrategico parco\n|piano basso|"));
    AttachmentHits hits = hitsOf("parco \"piano strategico\" basso");
    assertThat(marksOf(hits))
        .containsExactly("1 parco", "2 parco", "3 piano", "4 basso", "3 strategico", "5 parco");
    assertThat(hits.pages()).extracting(PageHits::occurrences).containsExactly(4, 1);
  }

  @Test
  default void a_page_comes_back_whole() {
    List<PageState> states = List.of(PageState.values());
    WordBoxes boxes = WordBoxes.of(List.of(new WordBox(0, 5, 10, 20, 30, 12)));
    List<PageText> pages = new ArrayList<>();
    for (int number = 1; number <= 20; number++) {
      pages.add(
          new PageText(
              number,
              "p. " + number,
              "parco " + number,
              new PageShape(595, 842, 90, 3.5f, -number),
              number % 3 == 0 ? WordBoxes.NONE : boxes,
              number % 2 == 0 ? List.of() : List.of(new TextRange(0, 5), new TextRange(6, 7)),
              states.get(number % states.size())));
    }
    givenProcesses(process("p1").with("a.pdf", pages, DocumentInfo.NONE));
    for (PageText page : pages) {
      assertThat(engine().page("p1", "a.pdf", page.number(), Deadline.NEVER)).contains(page);
    }
  }

  @Test
  default void what_a_document_says_about_itself_is_found_as_fields_of_its_process() {
    DocumentInfo info =
        new DocumentInfo(
            "Quaderno verde",
            "Ufficio Ascolto",
            "",
            "laghi, fiumi",
            List.of(new Bookmark("Premessa", 1), new Bookmark("Il torrente", 3)),
            List.of(new Comment(2, "Rossi", "verificare il canale")),
            true);
    givenProcesses(process("p1").with("a.pdf", List.of(), info), process("p2"));
    assertThat(fieldsFound("quaderno")).containsExactly("attachmentTitle");
    assertThat(fieldsFound("fiume")).containsExactly("attachmentAbout");
    assertThat(fieldsFound("torrenti")).containsExactly("attachmentBookmarks");
    assertThat(fieldsFound("canale")).containsExactly("attachmentComments");
    assertThat(found("torrente", Scope.ATTACHMENTS)).isEmpty();
    assertThat(
            engine().process("p1", Deadline.NEVER).orElseThrow().attachments().getFirst().about())
        .isEqualTo(new StoredAttachment.About("Quaderno verde", 2, 1, true));
  }

  @Test
  default void the_name_of_an_attachment_is_found_also_where_nothing_of_it_was_read() {
    givenProcesses(
        process("p1").unread("RelazioneCamelia_2019.pdf", AttachmentState.MISSING, "non c'è"),
        process("p2").with("sotto/verbale-petunia.txt", "nulla di fatto"),
        process("p3"));
    for (String typed : List.of("camelia", "relazione camelia 2019", "RelazioneCamelia_2019.pdf")) {
      assertThat(found(typed)).as(typed).containsExactly("p1");
    }
    assertThat(found("allegati:petunia")).containsExactly("p2");
    assertThat(found("titolo:petunia")).isEmpty();
    assertThat(fieldsFound("petunia")).containsExactly("attachmentName");
    assertThat(found("petunia", Scope.RECORDS)).containsExactly("p2");
  }
}
