package it.lente.engine;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.record.RecordField;
import it.lente.record.Substitution;
import it.lente.record.TextQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every engine must do for lists: words, phrases, sentences, orders and parts of a list. */
public interface ListContract extends EngineContract {

  // Words, phrases, exclusions

  @Test
  default void a_record_is_found_by_a_word_of_its_title_in_another_inflection() {
    givenProcesses(process("p1").titled("La biblioteca che vorrei"), process("p2"));
    assertThat(found("biblioteche")).containsExactly("p1");
  }

  @Test
  default void a_record_is_found_by_a_word_of_its_report() {
    givenProcesses(process("p1").with("a.pdf", "prima pagina", "si parla di mascherine"));
    assertThat(found("mascherina")).containsExactly("p1");
  }

  @Test
  default void all_content_words_are_required_anywhere_in_record_and_attachments() {
    givenProcesses(
        process("p1").titled("Piano").with("a.pdf", "niente", "il parco"),
        process("p2").titled("Piano"),
        process("p3").with("a.pdf", "parco"));
    assertThat(found("piano parco")).containsExactly("p1");
  }

  @Test
  default void function_words_are_not_required() {
    givenProcesses(process("p1").titled("Casa popolo"));
    SearchResult result = engine().search(asking("la casa del popolo"));
    assertThat(ids(result)).containsExactly("p1");
    assertThat(result.interpretation().ignored()).containsExactly("la", "del");
  }

  @Test
  default void a_phrase_is_found_in_its_forms_and_order_only() {
    givenProcesses(
        process("p1").saying(RecordField.PHASES, "Poi «La biblioteca che vorrei», e altro"),
        process("p2").saying(RecordField.PHASES, "vorrei la biblioteca che"),
        process("p3").saying(RecordField.PHASES, "le biblioteche che vorrei"));
    assertThat(found("\"la biblioteca che vorrei\"")).containsExactly("p1");
  }

  @Test
  default void a_report_page_is_found_by_a_phrase() {
    givenProcesses(process("p1").with("a.pdf", "uno", "il piano strategico comunale", "tre"));
    AttachmentHit hit = onlyHit("\"piano strategico\"").attachments().getFirst();
    assertThat(hit.hits().orElseThrow().pageNumbers()).containsExactly(2);
  }

  @Test
  default void a_phrase_is_found_over_a_page_break_and_never_over_two_files() {
    givenProcesses(
        process("p1").with("a.pdf", "fine pagina piano", "strategico inizio pagina"),
        process("p2").with("a.pdf", "fine pagina piano").with("b.pdf", "strategico inizio"));
    assertThat(found("\"piano strategico\"")).containsExactly("p1");
    assertThat(onlyHit("\"piano strategico\"").attachments().getFirst().hits().orElseThrow())
        .isEqualTo(counts(1, new PageCount(1, 1)));
  }

  @Test
  default void an_excluded_word_leaves_out_what_holds_it() {
    givenProcesses(process("p1").titled("Parco giochi"), process("p2").titled("Parco urbano"));
    assertThat(found("parco -giochi")).containsExactly("p2");
    assertThat(found("-giochi")).containsExactly("p2");
  }

  @Test
  default void one_of_several_alternatives_will_do_and_brackets_hold_them_together() {
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
  default void a_page_is_whole_when_it_holds_one_of_the_alternatives_and_all_the_rest() {
    givenProcesses(process("p1").titled("Piano").with("a.pdf", "il parco", "la piazza e il viale"));
    assertThat(hitsOf("parco piazza").together()).isFalse();
    assertThat(hitsOf("(parco OR viale) piazza").together()).isTrue();
    assertThat(hitsOf("parco -piazza").together()).isTrue();
    assertThat(hitsOf("titolo:piano parco").together()).isTrue();
  }

  @Test
  default void a_word_with_a_field_is_found_there_only() {
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
  default void a_word_with_a_field_is_marked_there_only() {
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
  default void a_prefix_finds_every_word_that_begins_so() {
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
  default void an_act_is_found_and_marked_however_it_is_cited() {
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
  default void an_expression_is_found_by_its_synonyms_and_it_is_said() {
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
  default void a_word_that_stands_nowhere_is_searched_as_the_nearest_ones_and_it_is_said() {
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
  default void a_fuzzy_word_finds_those_that_differ_in_few_letters() {
    givenProcesses(
        process("p1").titled("Vimercate").with("a.pdf", "a Vimercate e a Vimecrate"),
        process("p2").titled("Mercato"));
    assertThat(found("vimercte~1")).containsExactly("p1");
    assertThat(found("vimercte~2 -mercato~1")).containsExactly("p1");
    assertThat(marksOf(hitsOf("vimercate~1"))).containsExactly("1 Vimercate", "2 Vimecrate");
    assertThat(marksOf(hitsOf("vimercato~1"))).containsExactly("1 Vimercate");
  }

  @Test
  default void of_too_many_words_the_most_frequent_are_looked_for_and_it_is_said() {
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
  default void a_process_in_a_list_tells_the_day_of_its_last_change() {
    givenProcesses(
        process("p1").saying(RecordField.LAST_MODIFIED, "2021-06-30"), process("p2").titled("Rio"));
    assertThat(engine().search(asking("")).processes())
        .extracting(ProcessHit::card)
        .extracting(ProcessHit.Card::id, ProcessHit.Card::changed)
        .containsExactlyInAnyOrder(
            tuple("p1", Optional.of(LocalDate.of(2021, 6, 30))), tuple("p2", Optional.empty()));
  }

  @Test
  default void the_title_weighs_more_than_the_text() {
    givenProcesses(
        process("p1").saying(RecordField.PHASES, "la biblioteca che vorrei, la biblioteca"),
        process("p2").titled("La biblioteca che vorrei"));
    assertThat(found("biblioteca che vorrei")).containsExactly("p2", "p1");
  }

  @Test
  default void scope_says_where_the_words_must_stand() {
    givenProcesses(process("p1").titled("Parco"), process("p2").with("a.pdf", "parco"));
    assertThat(found("parco", Scope.RECORDS)).containsExactly("p1");
    assertThat(found("parco", Scope.ATTACHMENTS)).containsExactly("p2");
    assertThat(found("parco", Scope.ALL)).containsExactlyInAnyOrder("p1", "p2");
  }

  @Test
  default void a_place_and_a_theme_are_searchable_words() {
    givenProcesses(
        process("p1").at("Lombardia", "Milano", "Valsorda").about("ambiente", "acqua"),
        process("p2"));
    assertThat(found("valsorda")).containsExactly("p1");
    assertThat(found("acqua")).containsExactly("p1");
    assertThat(onlyHit("valsorda").excerpts().getFirst().field()).isEqualTo("place");
  }

  // Sentences

  @Test
  default void a_sentence_is_answered_by_some_of_its_words_and_what_holds_all_comes_first() {
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
  default void words_of_a_sentence_are_marked_also_where_only_some_stand() {
    givenProcesses(process("p1").with("a.pdf", "il mercato", "la piazza"));
    assertThat(marksOf(hitsOf("Dov'è il mercato della piazza coperta?")))
        .containsExactly("1 mercato", "2 piazza");
  }

  // Orders and windows

  @Test
  default void lists_come_in_the_order_asked_for_and_undated_ones_last() {
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
  default void a_window_shows_its_part_of_the_list_and_counts_the_whole() {
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

  @Test
  default void titles_are_in_the_order_of_the_alphabet_word_by_word_without_leading_articles() {
    givenProcesses(
        process("p1").titled("Illuminare la piazza"),
        process("p2").titled("«Il verde»"),
        process("p3").titled("Il parco"),
        process("p4").titled("E\u0300 ora"),
        process("p5").titled("È vero"),
        process("p6").titled("E allora"),
        process("p7").titled("L'orto"),
        process("p8").titled("La piazza"),
        process("p9").titled("2019, un anno"));
    assertThat(sorted(ListSort.TITLE))
        .containsExactly("p9", "p6", "p4", "p5", "p1", "p7", "p3", "p8", "p2");
  }

  // Walks over a whole list

  @Test
  default void a_walk_gives_each_process_once_in_the_order_of_the_whole_list() {
    givenProcesses(ofEveryKind(70));
    SearchEngine engine = engine();
    for (ListSort sort : ListSort.values()) {
      for (String question : List.of("", "parco", "parco piazza viale")) {
        List<String> whole = walked(engine, question, sort, 200);
        for (int size : List.of(1, 3, 7, 20, 21, 64)) {
          assertThat(walked(engine, question, sort, size))
              .as("%s, “%s”, %d at a time", sort, question, size)
              .isEqualTo(whole);
        }
      }
    }
  }

  @Test
  default void a_walk_may_begin_on_any_page() {
    givenProcesses(ofEveryKind(70));
    SearchEngine engine = engine();
    List<String> whole = walked(engine, "parco piazza", ListSort.RELEVANCE, 200);
    for (int offset : List.of(5, 15, 20, 30)) {
      ResultWindow page = new ResultWindow(offset, 10);
      assertThat(walkedFrom(() -> engine, request("parco piazza", ListSort.RELEVANCE, page)))
          .as("from %d", offset)
          .isEqualTo(whole.subList(offset, whole.size()));
    }
  }

  @Test
  default void the_total_and_the_counts_of_a_walk_are_those_of_the_whole_list() {
    givenProcesses(ofEveryKind(30));
    SearchEngine engine = engine();
    SearchResult first = engine.search(request("parco", ListSort.TITLE, new ResultWindow(0, 7)));
    SearchResult second =
        engine.search(request("parco", ListSort.TITLE, first.next().orElseThrow()));
    assertThat(second.total()).isEqualTo(first.total());
    assertThat(second.facets()).isEqualTo(first.facets());
  }

  @Test
  default void a_walk_ends_where_the_list_ends_and_no_list_has_nothing_behind() {
    givenProcesses(ofEveryKind(6));
    SearchEngine engine = engine();
    assertThat(engine.search(request("", ListSort.TITLE, new ResultWindow(0, 6))).next()).isEmpty();
    assertThat(engine.search(request("", ListSort.TITLE, new ResultWindow(0, 5))).next())
        .isPresent();
    assertThat(engine.search(request("assente", ListSort.TITLE, new ResultWindow(0, 5))).next())
        .isEmpty();
    assertThat(engine.search(request("", ListSort.TITLE, new ResultWindow(9, 5))).next()).isEmpty();
  }

  @Test
  default void what_does_not_change_is_given_once_although_the_index_changes_on_the_way() {
    Random random = new Random(WALK_SEED);
    for (ListSort sort : ListSort.values()) {
      givenProcesses(ofEveryKind(60));
      Set<String> changed = new TreeSet<>();
      List<String> given =
          walkedFrom(
              () -> {
                changed.addAll(changeSome(random));
                return engine();
              },
              request("", sort, new ResultWindow(0, 1 + random.nextInt(9))));
      assertThat(given.stream().filter(id -> id.startsWith("p") && !changed.contains(id)))
          .as("seed %d, %s", WALK_SEED, sort)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 60)
                  .mapToObj(i -> "p" + i)
                  .filter(id -> !changed.contains(id))
                  .toList());
    }
  }
}
