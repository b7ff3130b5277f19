package it.lente.engine;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.Filters.Range;
import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.DocumentInfo;
import it.lente.record.DocumentInfo.Bookmark;
import it.lente.record.DocumentInfo.Comment;
import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.record.PageShape;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.RecordField;
import it.lente.record.Substitution;
import it.lente.record.TextQuery;
import it.lente.record.TextRange;
import it.lente.record.WordBox;
import it.lente.record.WordBoxes;
import it.lente.search.Typed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every engine must do. A small class for each engine says how it is opened. */
public abstract class SearchEngineContract {

  /** A writer on the index of this test. */
  protected abstract RecordWriter writer();

  /** An engine that answers from what is committed now. */
  protected abstract SearchEngine engine();

  // Words, phrases, exclusions

  @Test
  void a_record_is_found_by_a_word_of_its_title_in_another_inflection() {
    givenProcesses(process("p1").titled("La biblioteca che vorrei"), process("p2"));
    assertThat(found("biblioteche")).containsExactly("p1");
  }

  @Test
  void a_record_is_found_by_a_word_of_its_report() {
    givenProcesses(process("p1").with("a.pdf", "prima pagina", "si parla di mascherine"));
    assertThat(found("mascherina")).containsExactly("p1");
  }

  @Test
  void all_content_words_are_required_anywhere_in_record_and_attachments() {
    givenProcesses(
        process("p1").titled("Piano").with("a.pdf", "niente", "il parco"),
        process("p2").titled("Piano"),
        process("p3").with("a.pdf", "parco"));
    assertThat(found("piano parco")).containsExactly("p1");
  }

  @Test
  void function_words_are_not_required() {
    givenProcesses(process("p1").titled("Casa popolo"));
    SearchResult result = engine().search(asking("la casa del popolo"));
    assertThat(ids(result)).containsExactly("p1");
    assertThat(result.interpretation().ignored()).containsExactly("la", "del");
  }

  @Test
  void a_phrase_is_found_in_its_forms_and_order_only() {
    givenProcesses(
        process("p1").saying(RecordField.PHASES, "Poi «La biblioteca che vorrei», e altro"),
        process("p2").saying(RecordField.PHASES, "vorrei la biblioteca che"),
        process("p3").saying(RecordField.PHASES, "le biblioteche che vorrei"));
    assertThat(found("\"la biblioteca che vorrei\"")).containsExactly("p1");
  }

  @Test
  void a_report_page_is_found_by_a_phrase() {
    givenProcesses(process("p1").with("a.pdf", "uno", "il piano strategico comunale", "tre"));
    AttachmentHit hit = onlyHit("\"piano strategico\"").attachments().getFirst();
    assertThat(hit.hits().orElseThrow().pageNumbers()).containsExactly(2);
  }

  @Test
  void a_phrase_is_found_over_a_page_break_and_never_over_two_files() {
    givenProcesses(
        process("p1").with("a.pdf", "fine pagina piano", "strategico inizio pagina"),
        process("p2").with("a.pdf", "fine pagina piano").with("b.pdf", "strategico inizio"));
    assertThat(found("\"piano strategico\"")).containsExactly("p1");
    assertThat(onlyHit("\"piano strategico\"").attachments().getFirst().hits().orElseThrow())
        .isEqualTo(counts(1, new PageCount(1, 1)));
  }

  @Test
  void an_excluded_word_leaves_out_what_holds_it() {
    givenProcesses(process("p1").titled("Parco giochi"), process("p2").titled("Parco urbano"));
    assertThat(found("parco -giochi")).containsExactly("p2");
    assertThat(found("-giochi")).containsExactly("p2");
  }

  @Test
  void one_of_several_alternatives_will_do_and_brackets_hold_them_together() {
    givenProcesses(
        process("p1").titled("Parco giochi").with("a.pdf", "niente"),
        process("p2").titled("Piazza").with("a.pdf", "i giochi, la piazza, il parco"),
        process("p3").titled("Mercato").with("a.pdf", "la piazza"));
    assertThat(found("parco OR piazza")).containsExactlyInAnyOrder("p1", "p2", "p3");
    assertThat(found("parco giochi OR mercato")).containsExactlyInAnyOrder("p1", "p2", "p3");
    assertThat(found("(parco OR mercato) piazza")).containsExactlyInAnyOrder("p2", "p3");
    assertThat(found("piazza -(mercato OR niente)")).containsExactly("p2");
    assertThat(found("parco OR -giochi")).containsExactlyInAnyOrder("p1", "p2", "p3");
    assertThat(found("piazza OR -giochi", Scope.RECORDS)).containsExactlyInAnyOrder("p2", "p3");
    assertThat(
            marksOf(hits("p2", "a.pdf", "parco O piazza", PageRange.FIRST_FIFTY, Order.PAGE), "p2"))
        .containsExactly("1 piazza", "2 parco");
  }

  @Test
  void a_page_is_whole_when_it_holds_one_of_the_alternatives_and_all_the_rest() {
    givenProcesses(process("p1").titled("Piano").with("a.pdf", "il parco", "la piazza e il viale"));
    assertThat(hitsOf("parco piazza").together()).isFalse();
    assertThat(hitsOf("(parco OR viale) piazza").together()).isTrue();
    assertThat(hitsOf("parco -piazza").together()).isTrue();
    assertThat(hitsOf("titolo:piano parco").together()).isTrue();
  }

  @Test
  void a_word_with_a_field_is_found_there_only() {
    givenProcesses(
        process("p1").titled("Il parco di Valsorda").with("a.pdf", "la piazza"),
        process("p2").titled("Piazza").at("Lombardia", "Milano", "Valsorda").with("a.pdf", "parco"),
        process("p3").saying(RecordField.OBJECTIVES, "un parco").about("ambiente", "piazza"));
    assertThat(found("titolo:parco")).containsExactly("p1");
    assertThat(found("scheda:parco")).containsExactlyInAnyOrder("p1", "p3");
    assertThat(found("allegati:parco")).containsExactly("p2");
    assertThat(found("obiettivi:parco")).containsExactly("p3");
    assertThat(found("luogo:valsorda")).containsExactly("p2");
    assertThat(found("theme:\"ambiente piazza\"")).containsExactly("p3");
    assertThat(found("valsorda -titolo:valsorda")).containsExactly("p2");
    assertThat(found("titolo:parco", Scope.ATTACHMENTS)).isEmpty();
    assertThat(found("allegati:(parco OR piazza)")).containsExactlyInAnyOrder("p1", "p2");
  }

  @Test
  void a_word_with_a_field_is_marked_there_only() {
    givenProcesses(
        process("p1")
            .titled("Il parco")
            .saying(RecordField.OBJECTIVES, "Un parco")
            .saying(RecordField.PHASES, "Il parco, i parchi")
            .with("a.pdf", "il parco"));
    ProcessHit hit = onlyHit("fasi:parco");
    assertThat(hit.excerpts()).extracting(FieldExcerpt::field).containsExactly("phases");
    assertThat(marked(hit.excerpts().getFirst().excerpt())).containsExactly("parco", "parchi");
    assertThat(hit.attachments().getFirst().hits().orElseThrow()).isEqualTo(PageCounts.NONE);
    assertThat(hitsOf("fasi:parco").pages()).isEmpty();
    assertThat(fieldsFound("allegati:parco")).isEmpty();
    assertThat(marksOf(hitsOf("allegati:parco"))).containsExactly("1 parco");
  }

  @Test
  void a_prefix_finds_every_word_that_begins_so() {
    givenProcesses(
        process("p1").titled("Partecipare").with("a.pdf", "la partecipazione, i partecipanti"),
        process("p2").titled("Parte del parco"),
        process("p3").with("a.pdf", "co-partecipata"));
    assertThat(found("partecip*")).containsExactlyInAnyOrder("p1", "p3");
    assertThat(found("par* -partecip*")).containsExactly("p2");
    assertThat(found("co-part*")).containsExactly("p3");
    assertThat(found("xyz*")).isEmpty();
    assertThat(found("partecip*", Scope.ATTACHMENTS)).containsExactlyInAnyOrder("p1", "p3");
    assertThat(marksOf(hitsOf("partecip*"))).containsExactly("1 partecipazione", "2 partecipanti");
  }

  @Test
  void an_act_is_found_and_marked_however_it_is_cited() {
    givenProcesses(
        process("p1").titled("Uno").with("a.pdf", "La legge regionale 22 ottobre 2018, n. 15"),
        process("p2").titled("Due").with("a.pdf", "niente", "Secondo la L.R. n. 15/2018"),
        process("p3").titled("Tre").with("a.pdf", "legge 15", "regionale 2018"));
    for (String typed :
        List.of("LR 15 2018", "l.r. n. 15/2018", "\"legge regionale 15 del 2018\"")) {
      assertThat(found(typed)).as(typed).containsExactlyInAnyOrder("p1", "p2");
      assertThat(marksOf(hits("p2", "a.pdf", typed, PageRange.FIRST_FIFTY, Order.PAGE), "p2"))
          .containsExactly("1 L.R. n. 15/2018");
    }
    assertThat(marksOf(hitsOf("LR 15 2018")))
        .containsExactly("1 legge regionale 22 ottobre 2018, n. 15");
  }

  @Test
  void an_expression_is_found_by_its_synonyms_and_it_is_said() {
    givenProcesses(
        process("p1").titled("Uno").with("a.pdf", "il TdN si riunisce"),
        process("p2").titled("Due").with("a.pdf", "i tavoli di negoziazione", "del tavolo"),
        process("p3").titled("Tre").with("a.pdf", "un tavolo, e la negoziazione"));
    assertThat(found("TdN")).containsExactlyInAnyOrder("p1", "p2");
    assertThat(found("tavolo di negoziazione")).containsExactlyInAnyOrder("p1", "p2", "p3");
    assertThat(found("\"tavolo di negoziazione\"")).containsExactly("p1");
    assertThat(found("\"il tavolo di negoziazione\"")).isEmpty();
    assertThat(found("TdN -tavolo")).containsExactly("p1");
    assertThat(marksOf(hitsOf("tavolo di negoziazione"))).containsExactly("1 TdN");
    assertThat(engine().search(asking("TdN")).interpretation().synonyms())
        .containsExactly(new Substitution("TdN", List.of("tavolo di negoziazione")));
    assertThat(engine().search(asking("OST")).interpretation().synonyms()).isEmpty();
  }

  @Test
  void a_word_that_stands_nowhere_is_searched_as_the_nearest_ones_and_it_is_said() {
    givenProcesses(
        process("p1").titled("La biblioteca").with("a.pdf", "le biblioteche"),
        process("p2").titled("Il bilancio partecipativo"),
        process("p3").titled("La porta"));
    SearchResult result = engine().search(asking("bibblioteche"));
    assertThat(ids(result)).containsExactly("p1");
    assertThat(result.interpretation().rescued())
        .containsExactly(new Substitution("bibblioteche", List.of("biblioteche")));
    assertThat(marksOf(hitsOf("bibblioteche"))).containsExactly("1 biblioteche");
    assertThat(found("bilanciopartecipativo")).containsExactly("p2");
    assertThat(found("\"bibblioteche\"")).isEmpty();
    assertThat(found("biblioteca -bibblioteche")).containsExactly("p1");
    assertThat(found("porto")).isEmpty();
    assertThat(engine().search(asking("biblioteca")).interpretation().rescued()).isEmpty();
  }

  @Test
  void a_question_is_corrected_by_close_words_that_are_much_more_frequent() {
    List<Samples> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(process("p" + i).titled("La biblioteca comunale").with("a.pdf", "il piano"));
    }
    all.add(process("q").titled("La bibloteca di legno"));
    givenProcesses(all.toArray(Samples[]::new));
    assertThat(
            engine()
                .corrected(
                    query("bibloteca -pianno \"la bibloteca comunalle\" titolo:piamo"),
                    Deadline.NEVER))
        .map(TextQuery::condition)
        .contains(query("biblioteca -pianno \"la biblioteca comunale\" titolo:piano").condition());
    assertThat(engine().corrected(query("biblioteca legna bib* pian~"), Deadline.NEVER)).isEmpty();
  }

  @Test
  void a_number_or_a_code_is_never_corrected_nor_proposed() {
    List<Samples> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(process("p" + i).titled("La delibera 20176").with("a.pdf", "piano2 e lotto7"));
    }
    givenProcesses(all.toArray(Samples[]::new));
    for (String typed : List.of("20177", "\"delibera 20177\"", "piano3", "pianoo", "lotto8")) {
      assertThat(engine().corrected(query(typed), Deadline.NEVER)).as(typed).isEmpty();
    }
  }

  @Test
  void a_fuzzy_word_finds_those_that_differ_in_few_letters() {
    givenProcesses(
        process("p1").titled("Vimercate").with("a.pdf", "a Vimercate e a Vimecrate"),
        process("p2").titled("Mercato"));
    assertThat(found("vimercte~1")).containsExactly("p1");
    assertThat(found("vimercte~2 -mercato~1")).containsExactly("p1");
    assertThat(marksOf(hitsOf("vimercate~1"))).containsExactly("1 Vimercate", "2 Vimecrate");
    assertThat(marksOf(hitsOf("vimercato~1"))).containsExactly("1 Vimercate");
  }

  @Test
  void of_too_many_words_the_most_frequent_are_looked_for_and_it_is_said() {
    StringBuilder rare = new StringBuilder();
    for (int i = 0; i < 1_100; i++) {
      rare.append(" zz").append(Integer.toString(i, 36));
    }
    givenProcesses(
        process("p1").with("a.pdf", rare.toString(), "zzfrequente"),
        process("p2").with("a.pdf", "zzfrequente"));
    assertThat(engine().search(asking("zz*")).interpretation().cut()).containsExactly("zz");
    assertThat(engine().search(asking("zzf*")).interpretation().cut()).isEmpty();
    assertThat(found("zz*")).containsExactlyInAnyOrder("p1", "p2");
    int listed =
        engine().search(asking("zz*")).processes().stream()
            .filter(hit -> hit.card().id().equals("p1"))
            .mapToInt(hit -> hit.attachments().getFirst().hits().orElseThrow().occurrences())
            .sum();
    assertThat(listed).isEqualTo(1_024).isEqualTo(hitsOf("zz*").occurrences());
  }

  @Test
  void a_process_in_a_list_tells_the_day_of_its_last_change() {
    givenProcesses(
        process("p1").saying(RecordField.LAST_MODIFIED, "2021-06-30"), process("p2").titled("Rio"));
    assertThat(engine().search(asking("")).processes())
        .extracting(ProcessHit::card)
        .extracting(ProcessHit.Card::id, ProcessHit.Card::changed)
        .containsExactlyInAnyOrder(
            tuple("p1", Optional.of(LocalDate.of(2021, 6, 30))), tuple("p2", Optional.empty()));
  }

  @Test
  void the_title_weighs_more_than_the_text() {
    givenProcesses(
        process("p1").saying(RecordField.PHASES, "la biblioteca che vorrei, la biblioteca"),
        process("p2").titled("La biblioteca che vorrei"));
    assertThat(found("biblioteca che vorrei")).containsExactly("p2", "p1");
  }

  @Test
  void scope_says_where_the_words_must_stand() {
    givenProcesses(process("p1").titled("Parco"), process("p2").with("a.pdf", "parco"));
    assertThat(found("parco", Scope.RECORDS)).containsExactly("p1");
    assertThat(found("parco", Scope.ATTACHMENTS)).containsExactly("p2");
    assertThat(found("parco", Scope.ALL)).containsExactlyInAnyOrder("p1", "p2");
  }

  @Test
  void a_place_and_a_theme_are_searchable_words() {
    givenProcesses(
        process("p1").at("Lombardia", "Milano", "Valsorda").about("ambiente", "acqua"),
        process("p2"));
    assertThat(found("valsorda")).containsExactly("p1");
    assertThat(found("acqua")).containsExactly("p1");
    assertThat(onlyHit("valsorda").excerpts().getFirst().field()).isEqualTo("place");
  }

  // Hits, pages, excerpts

  private static PageCounts counts(int occurrences, PageCount... pages) {
    return new PageCounts(occurrences, List.of(pages));
  }

  @Test
  void occurrences_and_pages_are_counted_by_attachment_and_matching_ones_come_first() {
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
  void without_a_question_there_are_no_hits_and_no_excerpts() {
    givenProcesses(process("p1").with("a.pdf", "parco"));
    ProcessHit hit = onlyHit("");
    assertThat(hit.excerpts()).isEmpty();
    assertThat(hit.attachments().getFirst().hits()).isEmpty();
  }

  @Test
  void excerpts_of_the_best_three_pages_mark_the_words() {
    givenProcesses(
        process("p1")
            .with("a.pdf", "parco", "parco urbano", "niente", "il parco urbano", "urbano parco"));
    List<PageExcerpt> excerpts = onlyHit("parco urbano").attachments().getFirst().excerpts();
    assertThat(excerpts).extracting(PageExcerpt::page).containsExactly(2, 4, 5);
    assertThat(marked(excerpts.get(1).excerpt())).containsExactly("parco", "urbano");
  }

  @Test
  void the_hits_of_an_attachment_are_numbered_and_are_the_marked_words() {
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
  void an_occurrence_over_a_page_break_is_counted_once_and_marked_on_both_pages() {
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
  void hits_list_all_pages_and_give_those_asked_for_in_full() {
    givenProcesses(process("p1").with("a.pdf", "parco", "parco", "parco urbano, parco"));
    AttachmentHits hits =
        hits("p1", "a.pdf", "parco urbano", PageRange.between(2, 2), Order.RELEVANCE);
    assertThat(hits.pages()).extracting(PageHits::page).containsExactly(3, 1, 2);
    assertThat(hits.pages()).extracting(page -> page.hits().size()).containsExactly(0, 0, 1);
  }

  @Test
  void what_is_not_there_is_nothing_and_no_error() {
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
  void a_process_comes_back_as_it_was_put() {
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
  void every_page_of_a_long_report_comes_back() {
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

  // Sentences

  @Test
  void a_sentence_is_answered_by_some_of_its_words_and_what_holds_all_comes_first() {
    givenProcesses(
        process("p1").saying(RecordField.PHASES, "il mercato coperto"),
        process("p2").saying(RecordField.PHASES, "il mercato coperto apre in piazza"),
        process("p3").saying(RecordField.PHASES, "la scuola"));
    assertThat(found("Quando apre il mercato in piazza?")).containsExactly("p2", "p1");
    assertThat(found("mercato piazza")).containsExactly("p2");
    assertThat(found("Apre il mercato in \"piazza\"?")).containsExactly("p2");
    assertThat(found("Apre il mercato? -piazza")).isEmpty();
  }

  @Test
  void words_of_a_sentence_are_marked_also_where_only_some_stand() {
    givenProcesses(process("p1").with("a.pdf", "il mercato", "la piazza"));
    assertThat(marksOf(hitsOf("Dov'è il mercato della piazza coperta?")))
        .containsExactly("1 mercato", "2 piazza");
  }

  // What pages repeat

  @Test
  void a_phrase_is_found_over_a_page_break_between_foot_and_head() {
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
  void what_pages_repeat_is_found_and_counted_on_the_first_that_bears_it() {
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
  void lines_of_a_running_head_are_one_phrase() {
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
  void a_stamp_in_the_middle_of_a_phrase_is_an_occurrence_of_its_own() {
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
  void hits_of_running_lines_are_numbered_in_the_order_of_the_page() {
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
  void a_page_comes_back_whole() {
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
  void what_a_document_says_about_itself_is_found_as_fields_of_its_process() {
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
  void the_name_of_an_attachment_is_found_also_where_nothing_of_it_was_read() {
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

  // Facets, filters, order

  @Test
  void values_of_one_facet_are_alternatives_and_facets_narrow_each_other() {
    givenProcesses(
        process("p1").saying(RecordField.STATUS, "Concluso").in(2019),
        process("p2").saying(RecordField.STATUS, "In corso").in(2019),
        process("p3").saying(RecordField.STATUS, "Progetto").in(2020));
    assertThat(ids(filtered(Map.of(Facet.STATUS, Set.of("Concluso", "Progetto")))))
        .containsExactlyInAnyOrder("p1", "p3");
    assertThat(
            ids(
                filtered(
                    Map.of(
                        Facet.STATUS, Set.of("Concluso", "Progetto"), Facet.YEAR, Set.of("2019")))))
        .containsExactly("p1");
  }

  @Test
  void a_facets_own_filter_does_not_narrow_its_counts() {
    givenProcesses(
        process("p1").saying(RecordField.STATUS, "Concluso").in(2019),
        process("p2").saying(RecordField.STATUS, "In corso").in(2019),
        process("p3").saying(RecordField.STATUS, "Progetto").in(2020));
    SearchResult result = filtered(Map.of(Facet.STATUS, Set.of("Concluso")));
    assertThat(counts(result, Facet.STATUS))
        .containsExactly(entry("Progetto", 1), entry("In corso", 1), entry("Concluso", 1));
    assertThat(counts(result, Facet.YEAR)).containsExactly(entry("2019", 1));
  }

  @Test
  void a_process_counts_in_every_year_of_its_range_and_undated_ones_are_counted() {
    givenProcesses(process("p1").between(2015, 2017), process("p2").in(2016), process("p3"));
    assertThat(counts(engine().search(asking("")), Facet.YEAR))
        .containsExactly(entry("2015", 1), entry("2016", 2), entry("2017", 1), entry("none", 1));
    assertThat(ids(filtered(Map.of(Facet.YEAR, Set.of("none"))))).containsExactly("p3");
  }

  @Test
  void a_place_counts_with_its_ancestors_and_a_parent_selects_its_descendants() {
    givenProcesses(
        process("p1").at("Lombardia", "Milano", "Valsorda"),
        process("p2").at("Lombardia", "Milano", "Ripalta"),
        process("p3").at("Lazio", "Roma", "Montelupo").at("Lombardia", "Milano", "Ripalta"));
    assertThat(counts(engine().search(asking("")), Facet.PLACE))
        .contains(entry("Lombardia", 3), entry("Lombardia > Milano", 3), entry("Lazio > Roma", 1));
    assertThat(ids(filtered(Map.of(Facet.PLACE, Set.of("Lazio"))))).containsExactly("p3");
  }

  @Test
  void a_process_counts_under_each_state_of_its_attachments_and_under_none_without_any() {
    givenProcesses(
        process("p1").with("a.pdf", "uno").unread("b.pdf", AttachmentState.FAILED, "rotto"),
        process("p2")
            .unread("a.pdf", AttachmentState.NEEDS_OCR, "")
            .unread("b.pdf", AttachmentState.NEEDS_OCR, ""),
        process("p3"));
    assertThat(counts(engine().search(asking("")), Facet.STATE))
        .containsExactly(entry("indexed", 1), entry("needs-ocr", 1), entry("failed", 1));
    assertThat(ids(filtered(Map.of(Facet.STATE, Set.of("needs-ocr"))))).containsExactly("p2");
    assertThat(ids(filtered(Map.of(Facet.STATE, Set.of("failed", "needs-ocr")))))
        .containsExactlyInAnyOrder("p1", "p2");
  }

  @Test
  void a_selected_value_is_listed_even_at_zero() {
    givenProcesses(process("p1").saying(RecordField.STATUS, "Concluso"));
    SearchResult result = filtered(Map.of(Facet.PLACE, Set.of("Atlantide")));
    assertThat(result.total()).isZero();
    assertThat(result.facets().get(Facet.PLACE).values())
        .containsExactly(new FacetCount("Atlantide", 0, true));
  }

  @Test
  void values_that_people_cannot_tell_apart_are_one_in_the_most_frequent_spelling() {
    givenProcesses(
        process("p1").naming(RecordField.TECHNIQUES, "World Café", "OST"),
        process("p2").naming(RecordField.TECHNIQUES, "world cafe"),
        process("p3").naming(RecordField.TECHNIQUES, "World Cafe\u0301", "Open Space Technology"),
        process("p4").naming(RecordField.TECHNIQUES, "World  Café", "open space technology"),
        process("p5")
            .naming(RecordField.TECHNIQUES, "World Café", "WORLD CAFÉ", "Open Space Technology"));
    assertThat(counts(engine().search(asking("")), Facet.TECHNIQUE))
        .containsExactly(entry("World Café", 5), entry("Open Space Technology", 4));
    for (String chosen : List.of("world cafe", "WORLD  CAFÉ", "World Café")) {
      SearchResult narrowed = filtered(Map.of(Facet.TECHNIQUE, Set.of(chosen)));
      assertThat(narrowed.total()).as(chosen).isEqualTo(5);
      assertThat(narrowed.facets().get(Facet.TECHNIQUE).values())
          .contains(new FacetCount("World Café", 5, true));
    }
  }

  @Test
  void a_long_facet_lists_its_twenty_most_frequent_values_and_those_selected() {
    List<Samples> processes = new ArrayList<>();
    for (int i = 10; i < 40; i++) {
      processes.add(process("p" + i).about("tema" + i));
      processes.add(process("q" + i).about(i < 30 ? "tema" + i : "altro"));
    }
    givenProcesses(processes.toArray(Samples[]::new));
    FacetCounts themes =
        filtered(Map.of(Facet.THEME, Set.of("tema39", "altro"))).facets().get(Facet.THEME);
    assertThat(themes.size()).isEqualTo(31);
    assertThat(themes.values()).hasSize(21);
    assertThat(themes.values().getFirst()).isEqualTo(new FacetCount("altro", 10, true));
    assertThat(themes.values().getLast()).isEqualTo(new FacetCount("tema39", 1, true));
  }

  @Test
  void of_equally_frequent_values_the_alphabet_of_their_labels_decides() {
    givenProcesses(
        process("p1").at("Lazio", "Roma", "Èze").at("Lombardia", "Milano", "Zelo"),
        process("p2").at("Toscana", "Siena", "asciano"));
    assertThat(counts(engine().search(asking("")), Facet.PLACE))
        .extracting(Map.Entry::getKey)
        .containsExactly(
            "Toscana > Siena > asciano",
            "Lazio > Roma > Èze",
            "Lazio",
            "Lombardia",
            "Lombardia > Milano",
            "Lazio > Roma",
            "Toscana > Siena",
            "Toscana",
            "Lombardia > Milano > Zelo");
  }

  @Test
  void what_a_record_names_are_facets_and_prose_among_the_names_is_none() {
    givenProcesses(
        process("p1")
            .naming(RecordField.TECHNIQUES, "World Café", "Metaplan", "Una frase ".repeat(9))
            .naming(RecordField.LEVEL, "Consultazione", "Informazione")
            .saying(RecordField.NATURE, "Processo certificato e finanziato")
            .naming(RecordField.DECISION_HOLDERS, "Comune di Valsorda"),
        process("p2").naming(RecordField.TECHNIQUES, "Metaplan"));
    SearchResult all = engine().search(asking(""));
    assertThat(counts(all, Facet.TECHNIQUE))
        .containsExactly(entry("Metaplan", 2), entry("World Café", 1));
    assertThat(counts(all, Facet.LEVEL))
        .containsExactly(entry("Consultazione", 1), entry("Informazione", 1));
    assertThat(counts(all, Facet.NATURE))
        .containsExactly(entry("Processo certificato e finanziato", 1));
    assertThat(counts(all, Facet.HOLDER)).containsExactly(entry("Comune di Valsorda", 1));
    assertThat(ids(filtered(Map.of(Facet.TECHNIQUE, Set.of("World Café"))))).containsExactly("p1");
  }

  @Test
  void a_process_counts_under_each_kind_of_its_files() {
    givenProcesses(
        process("p1").with("a.pdf", "uno").with("b.pdf", "due").with("c.docx", "tre"),
        process("p2").unread("verbale.pdf.p7m", AttachmentState.MISSING, ""),
        process("p3"));
    assertThat(counts(engine().search(asking("")), Facet.FILE_TYPE))
        .containsExactly(entry("pdf", 2), entry("docx", 1));
    assertThat(ids(filtered(Map.of(Facet.FILE_TYPE, Set.of("docx"))))).containsExactly("p1");
  }

  @Test
  void a_process_counts_under_each_language_of_its_files() {
    givenProcesses(
        process("p1").with("a.pdf", "uno").in("it").with("b.pdf", "one").in("en"),
        process("p2").with("a.pdf", "due").in("it").with("b.pdf", "tre").in("it"),
        process("p3").with("a.pdf", "1234"));
    assertThat(counts(engine().search(asking("")), Facet.LANGUAGE))
        .containsExactly(entry("it", 2), entry("en", 1));
    assertThat(ids(filtered(Map.of(Facet.LANGUAGE, Set.of("en"))))).containsExactly("p1");
  }

  @Test
  void a_record_that_says_neither_yes_nor_no_is_unknown_and_never_a_no() {
    IndexedProcess unsaid = process("p4").build();
    givenProcesses(
        process("p1").saying(RecordField.EXTENSION, "yes").build(),
        process("p2").saying(RecordField.EXTENSION, "no").build(),
        process("p3").naming(RecordField.EXTENSION).build(),
        unsaid);
    assertThat(counts(engine().search(asking("")), Facet.EXTENSION))
        .containsExactly(entry("yes", 1), entry("no", 1), entry("unknown", 2));
    assertThat(ids(filtered(Map.of(Facet.EXTENSION, Set.of("no"))))).containsExactly("p2");
    assertThat(ids(filtered(Map.of(Facet.EXTENSION, Set.of("unknown"))))).hasSize(2);
    assertThat(ids(filtered(Map.of(Facet.WOMEN, Set.of("unknown"))))).hasSize(4);
  }

  @Test
  void a_range_keeps_what_is_known_and_within_it_and_narrows_every_count() {
    givenProcesses(
        process("p1").saying(RecordField.FUNDED_AMOUNT, "15000.00").in(2019),
        process("p2").saying(RecordField.FUNDED_AMOUNT, "15000.01").in(2020),
        process("p3").saying(RecordField.FUNDED_AMOUNT, "0.00").in(2021),
        process("p4").in(2022));
    assertThat(ids(within(Measure.FUNDED, new Range(1_500_000, 1_500_000)))).containsExactly("p1");
    assertThat(ids(within(Measure.FUNDED, new Range(1_500_000, Long.MAX_VALUE))))
        .containsExactly("p2", "p1");
    SearchResult little = within(Measure.FUNDED, new Range(Long.MIN_VALUE, 1_000));
    assertThat(ids(little)).containsExactly("p3");
    assertThat(counts(little, Facet.YEAR)).containsExactly(entry("2021", 1));
    assertThat(ids(within(Measure.FUNDED, new Range(0, 0), new Range(1_500_001, 1_500_001))))
        .containsExactly("p3", "p2");
    assertThat(within(Measure.COST, new Range(Long.MIN_VALUE, Long.MAX_VALUE)).total()).isZero();
  }

  @Test
  void an_answer_says_how_many_processes_answer_without_each_filter() {
    givenProcesses(
        process("p1").in(2019).saying(RecordField.FUNDED_AMOUNT, "10.00").about("Acqua"),
        process("p2").in(2020).saying(RecordField.FUNDED_AMOUNT, "10.00").about("Acqua"),
        process("p3").in(2020).saying(RecordField.FUNDED_AMOUNT, "20.00").about("Acqua"),
        process("p4").in(2021).about("Acqua"));
    Filters filters =
        Filters.NONE
            .with(Measure.FUNDED, List.of(new Range(2_000, 3_000)))
            .with(Facet.YEAR, Set.of("2019"))
            .with(Facet.THEME, Set.of("Acqua"));

    SearchResult nothing = engine().search(asking("").narrowedBy(filters));

    assertThat(nothing.total()).isZero();
    assertThat(nothing.withoutFilter())
        .containsExactly(entry("year", 1), entry("theme", 0), entry("funded", 1));
    assertThat(engine().search(asking("")).withoutFilter()).isEmpty();
  }

  @Test
  void days_of_last_change_are_a_range_too() {
    givenProcesses(
        process("p1").saying(RecordField.LAST_MODIFIED, "2021-06-30"),
        process("p2").saying(RecordField.LAST_MODIFIED, "2021-07-01"),
        process("p3"));
    long july = LocalDate.of(2021, 7, 1).toEpochDay();
    assertThat(ids(within(Measure.UPDATED, new Range(july, Long.MAX_VALUE)))).containsExactly("p2");
    assertThat(ids(within(Measure.UPDATED, new Range(Long.MIN_VALUE, july - 1))))
        .containsExactly("p1");
  }

  @Test
  void all_values_of_a_facet_are_told_with_the_counts_that_a_list_gives() {
    List<Samples> processes = new ArrayList<>();
    for (int i = 10; i < 40; i++) {
      processes.add(process("p" + i).titled("parco").about("tema" + i).in(2000 + i));
      processes.add(process("q" + i).about(i < 30 ? "tema" + i : "altro").in(2019));
    }
    givenProcesses(processes.toArray(Samples[]::new));
    FacetCounts all = engine().facet(asking(""), Facet.THEME);
    assertThat(all.size()).isEqualTo(31);
    assertThat(all.values()).hasSize(31);
    assertThat(all.values().getFirst()).isEqualTo(new FacetCount("altro", 10, false));
    assertThat(all.values().get(1)).isEqualTo(new FacetCount("tema10", 2, false));
    SearchRequest narrow =
        asking("parco")
            .narrowedBy(
                Filters.NONE
                    .with(Facet.THEME, Set.of("assente"))
                    .with(Facet.YEAR, Set.of("2010", "2011")));
    assertThat(engine().facet(narrow, Facet.THEME).values())
        .containsExactly(
            new FacetCount("tema10", 1, false),
            new FacetCount("tema11", 1, false),
            new FacetCount("assente", 0, true));
  }

  // Words of facets

  @Test
  void every_label_of_a_facet_is_found_as_words_and_says_where() {
    givenProcesses(
        process("p1")
            .at("Lombardia", "Monza e della Brianza", "Vimercate")
            .about("Cultura", "Biblioteche")
            .naming(RecordField.TECHNIQUES, "World Café", "Passeggiata di quartiere")
            .saying(RecordField.LEVEL, "Co-progettazione")
            .saying(RecordField.NATURE, "Processo certificato e finanziato")
            .saying(RecordField.DECISION_HOLDERS, "Unione dei Comuni")
            .saying(RecordField.STATUS, "Concluso"),
        process("p2"));
    assertThat(fieldsFound("Vimercate")).containsExactly("place");
    assertThat(fieldsFound("lombardia")).containsExactly("place");
    assertThat(fieldsFound("\"monza e della brianza\"")).containsExactly("place");
    assertThat(fieldsFound("biblioteca")).containsExactly("theme");
    assertThat(fieldsFound("cultura biblioteche")).containsExactly("theme");
    assertThat(fieldsFound("world cafe")).containsExactly("techniques");
    assertThat(fieldsFound("coprogettazione")).containsExactly("level");
    assertThat(fieldsFound("certificati finanziati")).containsExactly("nature");
    assertThat(fieldsFound("unioni")).containsExactly("decisionHolders");
    assertThat(fieldsFound("conclusi")).containsExactly("status");
  }

  // Coverage

  @Test
  void files_are_counted_by_state_and_listed_by_process_whatever_was_asked_for() {
    givenProcesses(
        process("p2").titled("Due").unread("z.pdf", AttachmentState.FAILED, "rotto"),
        process("p1").with("b.pdf", "uno", "due").with("a.pdf", "tre"),
        process("p3"));
    Coverage all = coverage(Set.of(), 0, 10);
    assertThat(all.states())
        .containsExactly(
            entry(AttachmentState.INDEXED, new Coverage.StateCount(2, 3)),
            entry(AttachmentState.FAILED, new Coverage.StateCount(1, 0)));
    assertThat(all.total()).isEqualTo(3);
    assertThat(all.files())
        .extracting(file -> file.processId() + "/" + file.stored().attachment().file())
        .containsExactly("p1/b.pdf", "p1/a.pdf", "p2/z.pdf");
    Coverage failed = coverage(Set.of(AttachmentState.FAILED), 0, 10);
    assertThat(failed.states()).isEqualTo(all.states());
    assertThat(failed.total()).isEqualTo(1);
    assertThat(failed.files().getFirst().title()).isEqualTo("Due");
    assertThat(Said.of(failed.files().getFirst().stored().summary())).isEqualTo("rotto");
  }

  @Test
  void a_list_of_files_is_shown_in_parts_and_given_whole() {
    givenProcesses(
        process("p1").with("a.pdf", "uno").with("b.pdf", "due").with("c.pdf", "tre"),
        process("p2").with("d.pdf", "quattro"));
    assertThat(coverage(Set.of(), 2, 1).total()).isEqualTo(4);
    assertThat(coverage(Set.of(), 2, 5).files())
        .extracting(file -> file.stored().attachment().file())
        .containsExactly("c.pdf", "d.pdf");
    assertThat(coverage(Set.of(), 4, 5).files()).isEmpty();
    List<CoverageFile> whole = new ArrayList<>();
    engine().eachFile(Set.of(), whole::add);
    assertThat(whole).isEqualTo(coverage(Set.of(), 0, 10).files());
  }

  @Test
  void a_file_tells_how_many_of_its_pages_are_in_which_state() {
    givenProcesses(process("p1").with("a.pdf", "uno", "", "tre"));
    assertThat(coverage(Set.of(), 0, 1).files().getFirst().stored().pages())
        .containsExactly(entry(PageState.TEXT, 2), entry(PageState.EMPTY, 1));
  }

  @Test
  void what_was_replaced_or_deleted_is_counted_no_more() {
    givenProcesses(process("p1").with("a.pdf", "uno"), process("p2").with("b.pdf", "due"));
    try (RecordWriter writer = writer()) {
      writer.put(process("p1").unread("a.pdf", AttachmentState.EMPTY, "").build());
      writer.delete("p2");
      writer.commit();
    }
    assertThat(coverage(Set.of(), 0, 10).states())
        .containsExactly(entry(AttachmentState.EMPTY, new Coverage.StateCount(1, 0)));
  }

  @Test
  void lists_come_in_the_order_asked_for_and_undated_ones_last() {
    givenProcesses(
        process("p1")
            .titled("Èva")
            .between(2010, 2020)
            .saying(RecordField.LAST_MODIFIED, "2021-01-01"),
        process("p2").titled("dario").in(2015),
        process("p3").titled("Fabio").saying(RecordField.LAST_MODIFIED, "2022-01-01"),
        process("p4").titled("Dario").in(2015));
    assertThat(sorted(ListSort.NEWEST)).containsExactly("p1", "p2", "p4", "p3");
    assertThat(sorted(ListSort.OLDEST)).containsExactly("p1", "p2", "p4", "p3");
    assertThat(sorted(ListSort.TITLE)).containsExactly("p2", "p4", "p1", "p3");
    assertThat(sorted(ListSort.UPDATED)).containsExactly("p3", "p1", "p2", "p4");
    assertThat(sorted(ListSort.RELEVANCE)).containsExactly("p1", "p2", "p4", "p3");
  }

  @Test
  void a_window_shows_its_part_of_the_list_and_counts_the_whole() {
    givenProcesses(process("p1").titled("a"), process("p2").titled("b"), process("p3").titled("c"));
    SearchResult second =
        engine()
            .search(
                new SearchRequest(
                    TextQuery.NONE, Scope.ALL, Map.of(), ListSort.TITLE, new ResultWindow(1, 1)));
    assertThat(second.total()).isEqualTo(3);
    assertThat(ids(second)).containsExactly("p2");
    SearchResult behind =
        engine()
            .search(
                new SearchRequest(
                    TextQuery.NONE, Scope.ALL, Map.of(), ListSort.TITLE, new ResultWindow(9, 3)));
    assertThat(behind.total()).isEqualTo(3);
    assertThat(behind.processes()).isEmpty();
  }

  // Writing

  @Test
  void nothing_is_seen_before_the_commit_and_closing_without_one_forgets() {
    givenProcesses(process("p1").titled("Parco"));
    try (RecordWriter writer = writer()) {
      writer.put(process("p2").titled("Parco").build());
      writer.delete("p1");
      assertThat(found("parco")).containsExactly("p1");
    }
    assertThat(found("parco")).containsExactly("p1");
  }

  @Test
  void a_process_put_again_is_replaced_and_a_deleted_one_is_gone() {
    givenProcesses(process("p1").with("a.pdf", "vecchio"), process("p2").titled("Parco"));
    try (RecordWriter writer = writer()) {
      writer.put(process("p1").with("a.pdf", "nuovo").build());
      writer.delete("p2");
      writer.commit();
    }
    assertThat(found("vecchio")).isEmpty();
    assertThat(found("nuovo")).containsExactly("p1");
    assertThat(engine().process("p2", Deadline.NEVER)).isEmpty();
    assertThat(engine().status().processes()).isOne();
    assertThat(engine().status().pages()).isOne();
  }

  @Test
  void what_the_last_run_came_to_is_kept_without_a_commit() {
    givenProcesses(process("p1"));
    LastRun run =
        new LastRun(
            LastRun.Result.INCOMPLETE,
            Instant.parse("2026-11-27T08:00:00Z"),
            Instant.parse("2026-11-26T08:00:00Z"),
            new LastRun.Counts(1, 2, 3, 4, 5, 6));

    try (RecordWriter writer = writer()) {
      writer.keep(run);
      assertThat(writer.lastRun()).contains(run);
    }

    assertThat(engine().status().lastRun()).contains(run);
  }

  @Test
  void every_commit_gives_answers_another_version() {
    givenProcesses(process("p1"));
    String first = engine().version();
    assertThat(first).isNotEmpty().isEqualTo(engine().version());
    givenProcesses(process("p2"));
    assertThat(engine().version()).isNotEmpty().isNotEqualTo(first);
  }

  @Test
  void the_fingerprints_of_the_last_commit_are_told() {
    givenProcesses(process("p1"), process("p2"));
    try (RecordWriter writer = writer()) {
      assertThat(writer.fingerprints())
          .containsOnly(entry("p1", "fingerprint of p1"), entry("p2", "fingerprint of p2"));
    }
  }

  // The words of this contract

  protected final void givenProcesses(Samples... processes) {
    givenProcesses(List.of(processes).stream().map(Samples::build).toArray(IndexedProcess[]::new));
  }

  protected final void givenProcesses(IndexedProcess... processes) {
    try (RecordWriter writer = writer()) {
      for (IndexedProcess process : processes) {
        writer.put(process);
      }
      writer.commit();
    }
  }

  protected final List<String> found(String question) {
    return found(question, Scope.ALL);
  }

  private List<String> found(String question, Scope scope) {
    return ids(
        engine()
            .search(
                new SearchRequest(
                    query(question),
                    scope,
                    Map.of(),
                    ListSort.RELEVANCE,
                    new ResultWindow(0, 100))));
  }

  private ProcessHit onlyHit(String question) {
    List<ProcessHit> hits = engine().search(asking(question)).processes();
    assertThat(hits).hasSize(1);
    return hits.getFirst();
  }

  private SearchResult filtered(Map<Facet, Set<String>> filters) {
    return engine()
        .search(
            new SearchRequest(
                TextQuery.NONE, Scope.ALL, filters, ListSort.RELEVANCE, new ResultWindow(0, 100)));
  }

  private SearchResult within(Measure measure, Range... ranges) {
    return engine().search(asking("").narrowedBy(Filters.NONE.with(measure, List.of(ranges))));
  }

  private Coverage coverage(Set<AttachmentState> states, int offset, int size) {
    return engine()
        .coverage(new CoverageRequest(states, new ResultWindow(offset, size)), Deadline.NEVER);
  }

  final List<String> sorted(ListSort sort) {
    return ids(
        engine()
            .search(
                new SearchRequest(
                    TextQuery.NONE, Scope.ALL, Map.of(), sort, new ResultWindow(0, 100))));
  }

  private AttachmentHits hits(
      String process, String attachment, String question, PageRange pages, Order order) {
    return engine()
        .hits(new HitsRequest(process, attachment, query(question), pages, order), Deadline.NEVER)
        .orElseThrow();
  }

  private AttachmentHits hitsOf(String question) {
    return hits("p1", "a.pdf", question, PageRange.FIRST_FIFTY, Order.PAGE);
  }

  /** Each hit's number and marked text. */
  private List<String> marksOf(AttachmentHits hits) {
    return marksOf(hits, "p1");
  }

  private List<String> marksOf(AttachmentHits hits, String process) {
    return hits.pages().stream()
        .flatMap(page ->
            page.hits().stream()
                .map(hit -> hit.n() + " " + textAt(process, "a.pdf", page.page(), hit.mark())))
        .toList();
  }

  private List<String> fieldsFound(String question) {
    return onlyHit(question).excerpts().stream().map(FieldExcerpt::field).toList();
  }

  private String textAt(String process, String attachment, int page, Mark mark) {
    return engine()
        .page(process, attachment, page, Deadline.NEVER)
        .orElseThrow()
        .text()
        .substring(mark.start(), mark.end());
  }

  private static SearchRequest asking(String question) {
    return new SearchRequest(
        query(question), Scope.ALL, Map.of(), ListSort.RELEVANCE, new ResultWindow(0, 100));
  }

  /** A question as people type it. */
  public static TextQuery query(String question) {
    return Typed.query(question);
  }

  private static List<String> ids(SearchResult result) {
    return result.processes().stream().map(hit -> hit.card().id()).toList();
  }

  private static List<Map.Entry<String, Integer>> counts(SearchResult result, Facet facet) {
    return result.facets().get(facet).values().stream()
        .map(count -> Map.entry(count.value(), count.count()))
        .toList();
  }

  private static List<String> marked(Excerpt excerpt) {
    return excerpt.marks().stream()
        .map(mark -> excerpt.text().substring(mark.start(), mark.end()))
        .toList();
  }
}
