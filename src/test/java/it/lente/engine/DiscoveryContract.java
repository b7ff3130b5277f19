package it.lente.engine;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.engine.SimilarProcess.Shared;
import it.lente.engine.Suggestion.Kind;
import it.lente.record.Facet;
import it.lente.record.RecordField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every engine must do for those who do not know yet what to ask; with all the rest. */
public abstract class DiscoveryContract extends SearchEngineContract {

  private static final long WALK_SEED = 20261126L;

  // Suggestions

  @Test
  void a_title_is_suggested_by_the_beginning_of_any_of_its_words() {
    givenProcesses(process("p1").titled("La biblioteca che vorrei"), process("p2"));
    for (String typed :
        List.of("la bib", "bibl", "vorr", "vorrei bib", "CHE", "«biblio", "b v", "l'bi")) {
      assertThat(suggested(typed)).as(typed).containsExactly("La biblioteca che vorrei");
    }
    assertThat(suggested("bibliotecario")).isEmpty();
    assertThat(suggested("biblio parco")).isEmpty();
  }

  @Test
  void accents_and_apostrophes_do_not_matter() {
    givenProcesses(process("p1").titled("Città dell’Acqua"));
    for (String typed : List.of("citta", "città'", "dell'acq", "dell`acqua", "l'acqua", "acqua")) {
      assertThat(suggested(typed)).as(typed).containsExactly("Città dell’Acqua");
    }
  }

  @Test
  void nothing_is_suggested_before_something_is_typed() {
    givenProcesses(process("p1").titled("Parco"));
    assertThat(suggested("")).isEmpty();
    assertThat(suggested(" … ")).isEmpty();
    assertThat(suggested("dell'")).isEmpty();
  }

  @Test
  void a_place_or_a_theme_says_how_many_processes_have_it() {
    givenProcesses(
        process("p1").at("Lombardia", "Lecco", "Valmadrera").about("ambiente", "acqua"),
        process("p2").at("Lombardia", "Lecco", "Valmadrera").about("ambiente", "aria"),
        process("p3").at("Lombardia", "Lecco", "Mandello"));
    assertThat(engine().suggest("valm", 10, Deadline.NEVER))
        .containsExactly(
            new Suggestion(Kind.PLACE, "Valmadrera", "Lombardia > Lecco > Valmadrera", 2));
    assertThat(engine().suggest("a", 10, Deadline.NEVER))
        .extracting(Suggestion::kind, Suggestion::value, Suggestion::processes)
        .containsExactly(
            tuple(Kind.THEME, "ambiente", 2),
            tuple(Kind.THEME, "ambiente > acqua", 1),
            tuple(Kind.THEME, "ambiente > aria", 1));
  }

  @Test
  void what_a_place_lies_in_may_be_typed_beside_it_but_does_not_suggest_it_alone() {
    givenProcesses(
        process("p1").titled("uno").at("Lombardia", "Lecco", "Valmadrera"),
        process("p2").titled("due").at("Veneto", "Vicenza", "Valdagno"));
    assertThat(suggested("lombardia val")).containsExactly("Valmadrera");
    assertThat(suggested("lomb")).containsExactly("Lombardia");
  }

  @Test
  void words_that_stand_whole_come_first_then_the_beginning_then_the_more_frequent() {
    givenProcesses(
        process("p1").at("Parcomune").titled("uno"),
        process("p2").at("Parcodoro").titled("due"),
        process("p3").at("Parcodoro").titled("tre"),
        process("p4").titled("Parco giochi"),
        process("p5").titled("Un parco"),
        process("p6").titled("Il Parcometro"));
    assertThat(suggested("parco"))
        .containsExactly("Parco giochi", "Un parco", "Parcodoro", "Parcomune", "Il Parcometro");
  }

  @Test
  void no_kind_takes_all_the_places_while_there_are_others() {
    givenProcesses(
        process("p1").at("Parma").at("Parona").at("Parre").at("Paruzzaro").at("Parzanica"),
        process("p2").titled("Parole al vento"));
    assertThat(engine().suggest("par", 5, Deadline.NEVER))
        .extracting(Suggestion::text)
        .containsExactly("Parma", "Parona", "Parre", "Paruzzaro", "Parole al vento");
    assertThat(suggested("par"))
        .containsExactly("Parma", "Parona", "Parre", "Paruzzaro", "Parzanica", "Parole al vento");
  }

  @Test
  void titles_that_are_the_same_are_suggested_once() {
    givenProcesses(process("p2").titled("Orti urbani"), process("p1").titled("Orti urbani"));
    assertThat(engine().suggest("orti", 10, Deadline.NEVER))
        .containsExactly(new Suggestion(Kind.TITLE, "Orti urbani", "p1", 2));
  }

  @Test
  void a_phrase_that_records_repeat_is_suggested_without_function_words_at_its_ends() {
    String text = "Il bilancio partecipativo della città. Con il bilancio partecipativo si decide.";
    givenProcesses(
        process("p1").saying(RecordField.PHASES, text),
        process("p2").saying(RecordField.OBJECTIVES, text),
        process("p3").saying(RecordField.PHASES, "Il bilancio partecipativo, una volta sola."));
    assertThat(engine().suggest("partec", 10, Deadline.NEVER))
        .containsExactly(
            new Suggestion(Kind.PHRASE, "bilancio partecipativo", "bilancio partecipativo", 2));
  }

  @Test
  void what_was_deleted_or_replaced_is_suggested_no_more() {
    givenProcesses(
        process("p1").titled("Orti").at("Lazio"), process("p2").titled("Orti").at("Lazio"));
    try (RecordWriter writer = writer()) {
      writer.put(process("p1").titled("Ponti").build());
      writer.delete("p2");
      writer.commit();
    }
    assertThat(suggested("orti")).isEmpty();
    assertThat(suggested("lazio")).isEmpty();
    assertThat(suggested("ponti")).containsExactly("Ponti");
  }

  @Test
  void a_question_is_counted_like_a_list() {
    givenProcesses(
        process("p1").titled("Orti urbani"), process("p2").with("a.pdf", "gli orti, tutti"));
    assertThat(engine().count(query("orti"), Deadline.NEVER)).isEqualTo(2);
    assertThat(engine().count(query("\"orti urbani\""), Deadline.NEVER)).isEqualTo(1);
    assertThat(engine().count(query("tram"), Deadline.NEVER)).isZero();
  }

  // Orders

  @Test
  void titles_are_in_the_order_of_the_alphabet_word_by_word_without_leading_articles() {
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

  // Similar processes

  private static final String USUAL =
      "Il percorso partecipativo si apre con un incontro pubblico, prosegue con i tavoli e si"
          + " chiude con il documento di proposta.";

  @Test
  void the_process_about_the_same_is_similar_and_says_what_both_have() {
    givenProcesses(
        about("p1", "Orti urbani", "Il compost degli orti e le sementi").at("Lazio"),
        about("p2", "Un orto per tutti", "Il compost e le sementi").at("Lazio"),
        about("p3", "La linea del tram", "Fermate e binari"),
        about("p4", "Il teatro", "Palco e platea"),
        about("p5", "La scuola", "Aule e mensa"));
    List<SimilarProcess> similar = engine().similar("p1", Deadline.NEVER).orElseThrow();
    assertThat(similar).extracting(each -> each.card().id()).containsExactly("p2");
    assertThat(similar.getFirst().because())
        .contains(Shared.word("compost"), Shared.word("orti"), Shared.value(Facet.PLACE, "Lazio"))
        .doesNotContain(Shared.word("percorso"), Shared.word("binari"));
    assertThat(similarTo("p3")).isEmpty();
  }

  @Test
  void reports_make_processes_similar_and_what_their_pages_repeat_does_not() {
    String head = "|Consorzio Vattelapesca, archivio storico|";
    givenProcesses(
        process("p1").titled("uno").withRepeated("a.pdf", head + "La torbiera e le lontre"),
        process("p2").titled("due").withRepeated("a.pdf", "Lontre nella torbiera"),
        process("p3").titled("tre").withRepeated("a.pdf", head + "Il bocciodromo"),
        process("p4").titled("quattro"),
        process("p5").titled("cinque"));
    assertThat(similarTo("p1")).containsExactly("p2");
    assertThat(similarTo("p3")).isEmpty();
  }

  @Test
  void a_place_or_a_topic_in_common_decides_between_equals_and_makes_nothing_similar_alone() {
    givenProcesses(
        about("p1", "Orti", "Compost e sementi").at("Lazio", "Roma").about("ambiente", "suolo"),
        about("p2", "Orti", "Compost e sementi").at("Lombardia", "Milano"),
        about("p3", "Orti", "Compost e sementi").at("Lazio", "Roma").about("ambiente", "suolo"),
        about("p4", "Tram", "Fermate e binari").at("Lazio", "Roma").about("ambiente", "suolo"),
        about("p5", "Teatro", "Palco e platea"),
        about("p6", "Scuola", "Aule e mensa"),
        about("p7", "Ponte", "Arcate e fiume"));
    assertThat(similarTo("p1")).containsExactly("p3", "p2");
  }

  @Test
  void at_most_ten_are_similar_and_never_the_process_itself() {
    List<Samples> many = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      many.add(about("p" + i, "Orti", "Compost e sementi"));
    }
    for (int i = 14; i < 34; i++) {
      many.add(about("p" + i, "Altro " + i, "Parola" + i));
    }
    givenProcesses(many.toArray(Samples[]::new));
    assertThat(similarTo("p3")).hasSize(SimilarProcess.MOST).doesNotContain("p3");
  }

  @Test
  void what_was_replaced_or_deleted_is_similar_no_more_and_an_unknown_id_is_nothing() {
    givenProcesses(
        about("p1", "Orti", "Compost e sementi"),
        about("p2", "Orti", "Compost e sementi"),
        about("p3", "Orti", "Compost e sementi"),
        about("p4", "Teatro", "Palco e platea"),
        about("p5", "Scuola", "Aule e mensa"),
        about("p6", "Ponte", "Arcate e fiume"));
    assertThat(similarTo("p1")).containsExactlyInAnyOrder("p2", "p3");
    try (RecordWriter writer = writer()) {
      writer.put(about("p2", "Tram", "Fermate e binari").build());
      writer.delete("p3");
      writer.commit();
    }
    assertThat(similarTo("p1")).isEmpty();
    assertThat(engine().similar("p3", Deadline.NEVER)).isEmpty();
  }

  private static Samples about(String id, String title, String phases) {
    return process(id)
        .titled(title)
        .saying(RecordField.OBJECTIVES, USUAL)
        .saying(RecordField.PHASES, phases);
  }

  private List<String> similarTo(String id) {
    return engine().similar(id, Deadline.NEVER).orElseThrow().stream()
        .map(each -> each.card().id())
        .toList();
  }

  // Walks over a whole list

  @Test
  void a_walk_gives_each_process_once_in_the_order_of_the_whole_list() {
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
  void a_walk_may_begin_on_any_page() {
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
  void the_total_and_the_counts_of_a_walk_are_those_of_the_whole_list() {
    givenProcesses(ofEveryKind(30));
    SearchEngine engine = engine();
    SearchResult first = engine.search(request("parco", ListSort.TITLE, new ResultWindow(0, 7)));
    SearchResult second =
        engine.search(request("parco", ListSort.TITLE, first.next().orElseThrow()));
    assertThat(second.total()).isEqualTo(first.total());
    assertThat(second.facets()).isEqualTo(first.facets());
  }

  @Test
  void a_walk_ends_where_the_list_ends_and_no_list_has_nothing_behind() {
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
  void what_does_not_change_is_given_once_although_the_index_changes_on_the_way() {
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

  // Time

  @Test
  void a_question_that_runs_out_of_time_answers_with_what_it_has() {
    givenProcesses(ofEveryKind(40));
    SearchEngine engine = engine();
    SearchRequest request = request("parco piazza", ListSort.RELEVANCE, new ResultWindow(0, 40));
    SearchResult whole = engine.search(request);
    boolean enough = false;
    for (int looks = 0; !enough; looks++) {
      AtomicLong clock = new AtomicLong();
      SearchResult result = engine.search(request.by(after(looks, clock)));
      enough = clock.get() <= looks;
      if (enough) {
        assertThat(result).isEqualTo(whole);
      } else {
        assertIsPartOf(whole, result);
      }
    }
  }

  /** Passes when a clock that counts looks has been looked at so often. */
  private static Deadline after(int looks, AtomicLong clock) {
    return new Deadline(() -> clock.getAndIncrement() >= looks);
  }

  private static void assertIsPartOf(SearchResult whole, SearchResult part) {
    assertThat(part.total()).isLessThanOrEqualTo(whole.total());
    for (ProcessHit hit : part.processes()) {
      ProcessHit same =
          whole.processes().stream()
              .filter(other -> other.card().equals(hit.card()))
              .findFirst()
              .orElseThrow();
      boolean told = hit.attachments().getFirst().hits().isPresent();
      assertThat(hit.excerpts()).isEqualTo(told ? same.excerpts() : List.of());
      assertThat(told ? hit.attachments() : same.attachments()).isEqualTo(same.attachments());
    }
  }

  @Test
  void whenever_the_time_is_over_a_call_gives_its_whole_answer_or_says_so() {
    givenProcesses(ofEveryKind(10));
    SearchEngine engine = engine();
    SearchRequest list = request("parco piazza", ListSort.RELEVANCE, new ResultWindow(0, 5));
    HitsRequest hits =
        new HitsRequest("p1", "a.pdf", query("parco"), PageRange.FIRST_FIFTY, Order.PAGE);
    CoverageRequest files = new CoverageRequest(Set.of(), new ResultWindow(0, 5));
    Map<String, Function<Deadline, Object>> calls = new TreeMap<>();
    calls.put("facet", end -> engine.facet(list.by(end), Facet.YEAR));
    calls.put("process", end -> engine.process("p1", end));
    calls.put("hits", end -> engine.hits(hits, end));
    calls.put("page", end -> engine.page("p1", "a.pdf", 1, end));
    calls.put("pageLabelled", end -> engine.pageLabelled("p1", "a.pdf", "iv", end));
    calls.put("suggest", end -> engine.suggest("tit", 5, end));
    calls.put("corrected", end -> engine.corrected(query("parko"), end));
    calls.put("similar", end -> engine.similar("p1", end));
    calls.put("count", end -> engine.count(query("parco viale"), end));
    calls.put("coverage", end -> engine.coverage(files, end));
    calls.forEach(DiscoveryContract::assertWholeOrNone);
  }

  private static void assertWholeOrNone(String name, Function<Deadline, Object> call) {
    boolean enough = false;
    int looks = 0;
    List<Object> answers = new ArrayList<>();
    while (!enough) {
      AtomicLong clock = new AtomicLong();
      try {
        answers.add(call.apply(after(looks, clock)));
      } catch (OutOfTimeException late) {
        assertThat(answers).as(name).isEmpty();
      }
      enough = clock.get() <= looks++;
    }
    assertThat(looks).as(name).isGreaterThan(1);
    assertThat(answers).as(name).containsOnly(call.apply(Deadline.NEVER));
  }

  @Test
  void a_list_says_whether_it_is_the_whole() {
    givenProcesses(ofEveryKind(10));
    SearchRequest request = request("parco", ListSort.RELEVANCE, new ResultWindow(0, 5));
    assertThat(engine().search(request).complete()).isTrue();
    SearchResult none = engine().search(request.by(new Deadline(() -> true)));
    assertThat(none.complete()).isFalse();
    assertThat(none.processes()).isEmpty();
    assertThat(none.facets()).containsOnlyKeys(Facet.values());
  }

  @Test
  void open_words_are_closed_until_the_time_is_over() {
    givenProcesses(ofEveryKind(10));
    SearchEngine engine = engine();
    SearchRequest request = request("p* parko~ via*", ListSort.RELEVANCE, new ResultWindow(0, 10));
    int whole = engine.search(request).total();
    assertThat(whole).isPositive();
    for (int looks = 0; looks < 60; looks++) {
      AtomicLong clock = new AtomicLong();
      Deadline deadline = after(looks, clock);
      SearchResult result = engine.search(request.by(deadline));
      assertThat(result.total()).isBetween(0, whole);
      assertThat(result.complete() ? result.total() : whole).isEqualTo(whole);
    }
  }

  /** Adds, changes and removes one process each. */
  private Set<String> changeSome(Random random) {
    List<String> ids =
        List.of("n" + random.nextInt(99), "p" + random.nextInt(60), "p" + random.nextInt(60));
    try (RecordWriter writer = writer()) {
      writer.put(ofSomeKind(ids.get(0), random.nextInt(99)).build());
      writer.put(ofSomeKind(ids.get(1), random.nextInt(99)).build());
      writer.delete(ids.get(2));
      writer.commit();
    }
    return Set.copyOf(ids);
  }

  private static Samples[] ofEveryKind(int size) {
    return IntStream.range(0, size).mapToObj(i -> ofSomeKind("p" + i, i)).toArray(Samples[]::new);
  }

  /** Many are equal in what lists are ordered by. */
  private static Samples ofSomeKind(String id, int kind) {
    Samples process = process(id).titled("Titolo " + (kind % 3 == 0 ? "" : kind % 11));
    if (kind % 5 > 0) {
      process.between(2010 + kind % 4, 2014 + kind % 3);
    }
    if (kind % 7 > 0) {
      process.saying(RecordField.LAST_MODIFIED, "2020-01-0" + (1 + kind % 7));
    }
    return process
        .saying(RecordField.PHASES, "parco " + "intorno ".repeat(kind % 13) + "piazza")
        .with("a.pdf", "viale ".repeat(1 + kind % 6) + "parco");
  }

  private static SearchRequest request(String question, ListSort sort, ResultWindow window) {
    return new SearchRequest(query(question), Scope.ALL, Map.of(), sort, window);
  }

  private static List<String> walked(
      SearchEngine engine, String question, ListSort sort, int size) {
    return walkedFrom(() -> engine, request(question, sort, new ResultWindow(0, size)));
  }

  private static List<String> walkedFrom(Supplier<SearchEngine> engine, SearchRequest begin) {
    List<String> ids = new ArrayList<>();
    Optional<ResultWindow> window = Optional.of(begin.window());
    while (window.isPresent()) {
      SearchResult part = engine.get().search(begin.showing(window.get()));
      part.processes().forEach(hit -> ids.add(hit.card().id()));
      window = part.next();
    }
    return ids;
  }

  private List<String> suggested(String typed) {
    return engine().suggest(typed, 10, Deadline.NEVER).stream().map(Suggestion::text).toList();
  }
}
