package it.lente.engine.lucene;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.analysis.QueryMatcher;
import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHits;
import it.lente.engine.CoverageRequest;
import it.lente.engine.Deadline;
import it.lente.engine.DroppedFilters;
import it.lente.engine.FacetCount;
import it.lente.engine.Filters;
import it.lente.engine.Filters.Range;
import it.lente.engine.HitsRequest;
import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.engine.InMemoryEngine;
import it.lente.engine.IndexedProcess;
import it.lente.engine.ListSort;
import it.lente.engine.PageHits;
import it.lente.engine.ProcessHit;
import it.lente.engine.ProcessMatch;
import it.lente.engine.RecordWriter;
import it.lente.engine.ResultWindow;
import it.lente.engine.Samples;
import it.lente.engine.Scope;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.engine.Suggestion;
import it.lente.engine.hits.SlowHits;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.record.QueryField;
import it.lente.record.RecordField;
import it.lente.record.TextQuery;
import it.lente.search.Typed;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random collections, questions and filters: the index against an engine that reads every text for
 * every question, and every facet count against the count after the click.
 */
class OracleTest {

  private static final long SEED = 20261123L;
  private static final int PROCESSES = 120;
  private static final int QUESTIONS = 150;
  private static final List<AttachmentState> STATES = List.of(AttachmentState.values());

  private static final List<String> WORDS =
      List.of(
          "parco",
          "parchi",
          "piano",
          "piani",
          "biblioteca",
          "biblioteche",
          "città",
          "di",
          "la",
          "co-progettazione",
          "progettazione",
          "strategico",
          "dell'acqua",
          "acqua",
          "giovani",
          "giovane",
          "2019",
          "L.R.",
          "L.R. 15/2018",
          "legge regionale n. 15 del 2018",
          "15.000",
          "15000",
          "coprogettazione",
          "bibblioteca",
          "mercatto",
          "pianostrategico",
          "casa",
          "caso",
          "e",
          "che",
          "mercato");

  private static final List<String> OPEN =
      List.of("c*", "ca*", "prog*", "bib*", "parco~1", "merato~2", "cosa~1");

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final InMemoryEngine oracle = new InMemoryEngine();
  private final Map<String, IndexedProcess> processes = new HashMap<>();
  private SearchEngine engine;

  @BeforeEach
  void indexTheSameInBoth() {
    for (int i = 0; i < PROCESSES; i++) {
      processes.put("p" + i, randomProcess(i));
    }
    try (RecordWriter slow = oracle.writer()) {
      processes.values().forEach(slow::put);
      slow.commit();
    }
    // Several commits make several segments, deletions among them.
    for (int part = 0; part < 4; part++) {
      try (RecordWriter fast = LuceneEngine.writer(folder, false)) {
        for (int i = part; i < PROCESSES; i += 4) {
          fast.put(Samples.process("p" + (i + 1) % PROCESSES).with("alt.pdf", "parco").build());
          fast.put(processes.get("p" + i));
        }
        fast.commit();
      }
    }
    try (RecordWriter fast = LuceneEngine.writer(folder, false)) {
      processes.values().forEach(fast::put);
      fast.commit();
    }
    engine = LuceneEngine.reader(folder);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void suggestions_and_their_counts_are_those_of_reading_every_text() {
    for (String typed : List.of("p", "pa", "c", "la", "co prog", "acq", "par ci", "regione", "z")) {
      List<Suggestion> expected = oracle.suggest(typed, 20, Deadline.NEVER);
      assertThat(engine.suggest(typed, 20, Deadline.NEVER)).as(typed).isEqualTo(expected);
    }
    List<TextQuery> queries = WORDS.stream().map(Typed::query).toList();
    assertThat(engine.counts(queries, Deadline.NEVER))
        .isEqualTo(oracle.counts(queries, Deadline.NEVER));
    assertThat(engine.counts(queries, Deadline.NEVER))
        .as("again")
        .isEqualTo(oracle.counts(queries, Deadline.NEVER));
  }

  @Test
  void totals_facets_hits_and_pages_are_those_of_reading_every_text() {
    for (int i = 0; i < QUESTIONS; i++) {
      SearchRequest request = randomRequest();
      SearchResult expected = oracle.search(request);
      SearchResult actual = engine.search(request);
      String about = "seed %d, question %d: %s".formatted(SEED, i, request);
      assertThat(actual.total()).as(about).isEqualTo(expected.total());
      assertThat(actual.facets()).as(about).isEqualTo(expected.facets());
      assertThat(actual.withoutFilter()).as(about).isEqualTo(expected.withoutFilter());
      assertThat(attachments(actual)).as(about).isEqualTo(attachments(expected));
      QueryMatcher matcher = QueryMatcher.of(request.query(), oracle.dictionary());
      for (ProcessHit hit : actual.processes()) {
        assertThat(hit.attachments())
            .as(about)
            .isEqualTo(
                SlowHits.attachments(processes.get(hit.card().id()), matcher, request.scope()));
      }
      if (request.sort() != ListSort.RELEVANCE || !request.query().asks()) {
        assertThat(actual.processes())
            .extracting(ProcessHit::card)
            .as(about)
            .isEqualTo(expected.processes().stream().map(ProcessHit::card).toList());
      }
    }
  }

  @Test
  void a_facets_count_is_the_total_after_the_click() {
    for (int i = 0; i < QUESTIONS / 3; i++) {
      SearchRequest request = randomRequest();
      SearchResult result = engine.search(request);
      for (Facet facet : Facet.values()) {
        for (FacetCount value : result.facets().get(facet).values()) {
          Filters clicked = DroppedFilters.with(request.filters(), facet, Set.of(value.value()));
          int after = engine.search(counting(request, clicked)).total();
          assertThat(after)
              .as("seed %d, %s=%s on %s", SEED, facet.key(), value.value(), request)
              .isEqualTo(value.count());
        }
      }
    }
  }

  @Test
  void all_values_of_a_facet_are_those_of_looking_at_each_process() {
    for (int i = 0; i < QUESTIONS; i++) {
      SearchRequest request = randomRequest();
      List<Facet> facets = List.of(Facet.values());
      Facet facet = facets.get(random.nextInt(facets.size()));
      assertThat(engine.facet(request, facet))
          .as("seed %d, %s of %s", SEED, facet.key(), request)
          .isEqualTo(oracle.facet(request, facet));
    }
  }

  @Test
  void the_list_counts_what_the_attachment_shows_and_every_hit_is_the_marked_text() {
    for (int i = 0; i < QUESTIONS; i++) {
      TextQuery query = Typed.query(randomQuestion());
      SearchRequest request =
          new SearchRequest(
              query, Scope.ALL, Map.of(), ListSort.RELEVANCE, new ResultWindow(0, 10));
      for (ProcessHit process : engine.search(request).processes()) {
        for (AttachmentHit attachment : process.attachments()) {
          HitsRequest asked =
              new HitsRequest(
                  process.card().id(),
                  attachment.stored().attachment().id(),
                  query,
                  PageRange.FIRST_FIFTY,
                  random.nextBoolean() ? Order.PAGE : Order.RELEVANCE);
          AttachmentHits hits = engine.hits(asked, Deadline.NEVER).orElseThrow();
          assertThat(engine.process(asked.processId(), query, Deadline.NEVER).orElseThrow())
              .extracting(ProcessMatch::attachments, as(InstanceOfAssertFactories.LIST))
              .contains(attachment);
          assertThat(hits)
              .as("seed %d: %s", SEED, asked)
              .isEqualTo(oracle.hits(asked, Deadline.NEVER).orElseThrow())
              .isEqualTo(slowHits(asked));
          requireEveryNumber(hits, asked);
          attachment
              .hits()
              .ifPresent(counts -> assertThat(hits.occurrences()).isEqualTo(counts.occurrences()));
        }
      }
    }
  }

  private AttachmentHits slowHits(HitsRequest asked) {
    QueryMatcher matcher = QueryMatcher.of(asked.query(), oracle.dictionary());
    return processes.get(asked.processId()).attachments().stream()
        .filter(each -> each.attachment().id().equals(asked.attachmentId()))
        .map(attached -> SlowHits.hits(attached, asked, matcher))
        .findFirst()
        .orElseThrow();
  }

  /** What is counted can be gone to: each number stands on a page, and no mark overlaps another. */
  private static void requireEveryNumber(AttachmentHits hits, HitsRequest asked) {
    Set<Integer> numbers = new TreeSet<>();
    for (PageHits page : hits.pages()) {
      int behind = 0;
      for (PageHits.Hit hit : page.hits()) {
        assertThat(hit.mark().start())
            .as("seed %d: %s", SEED, asked)
            .isGreaterThanOrEqualTo(behind);
        behind = hit.mark().end();
        numbers.add(hit.n());
      }
    }
    assertThat(numbers)
        .as("seed %d: %s", SEED, asked)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, hits.occurrences()).boxed().toList());
  }

  @Test
  void files_are_counted_and_listed_as_by_looking_at_each() {
    for (int i = 0; i < QUESTIONS; i++) {
      Set<AttachmentState> states =
          random.nextBoolean() ? Set.of() : EnumSet.of(randomState(), AttachmentState.MISSING);
      CoverageRequest request =
          new CoverageRequest(states, new ResultWindow(random.nextInt(250), random.nextInt(50)));
      assertThat(engine.coverage(request, Deadline.NEVER))
          .as("seed %d: %s", SEED, request)
          .isEqualTo(oracle.coverage(request, Deadline.NEVER));
    }
  }

  private AttachmentState randomState() {
    return STATES.get(random.nextInt(STATES.size()));
  }

  private static List<List<AttachmentHit>> attachments(SearchResult result) {
    return result.processes().stream()
        .sorted(Comparator.comparing(hit -> hit.card().id()))
        .map(ProcessHit::attachments)
        .toList();
  }

  /** A question of which nothing is shown. */
  private static SearchRequest counting(SearchRequest request, Filters filters) {
    return new SearchRequest(
        request.query(), request.scope(), filters, request.sort(), new ResultWindow(0, 0));
  }

  private SearchRequest randomRequest() {
    Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
    if (random.nextInt(3) == 0) {
      filters.put(Facet.STATUS, someOf("Concluso", "In corso", "Progetto", "Altro"));
    }
    if (random.nextInt(3) == 0) {
      filters.put(Facet.YEAR, someOf("2015", "2016", "2017", "2018", "2019", "2020", "none"));
    }
    if (random.nextInt(3) == 0) {
      filters.put(Facet.PLACE, someOf("Lombardia", "Lombardia > Milano", "Lazio > Roma > Valle"));
    }
    if (random.nextInt(4) == 0) {
      filters.put(Facet.THEME, someOf("ambiente", "ambiente > acqua", "welfare", "assente"));
    }
    if (random.nextInt(4) == 0) {
      filters.put(Facet.STATE, someOf("indexed", "failed", "needs-ocr", "missing", "ocr"));
    }
    if (random.nextInt(6) == 0) {
      filters.put(Facet.TECHNIQUE, someOf("tecnica1", "Tecnica 2", "tecnica3", "assente"));
    }
    if (random.nextInt(6) == 0) {
      filters.put(Facet.FILE_TYPE, someOf("pdf", "docx", "other"));
    }
    if (random.nextInt(6) == 0) {
      filters.put(Facet.LANGUAGE, someOf("it", "en", "fr"));
    }
    if (random.nextInt(6) == 0) {
      filters.put(Facet.EXTENSION, someOf("yes", "no", "unknown"));
    }
    Map<Measure, List<Range>> ranges = new EnumMap<>(Measure.class);
    if (random.nextInt(5) == 0) {
      ranges.put(Measure.FUNDED, List.of(randomRange(1_000_000)));
    }
    if (random.nextInt(8) == 0) {
      ranges.put(Measure.UPDATED, List.of(randomRange(20_000), randomRange(20_000)));
    }
    return new SearchRequest(
        random.nextInt(6) == 0 ? TextQuery.NONE : Typed.query(randomQuestion()),
        List.of(Scope.values()).get(random.nextInt(3)),
        new Filters(filters, ranges),
        List.of(ListSort.values()).get(random.nextInt(5)),
        new ResultWindow(0, PROCESSES));
  }

  private Range randomRange(int most) {
    long from = random.nextInt(3) == 0 ? Long.MIN_VALUE : random.nextInt(most / 2);
    long to = random.nextInt(3) == 0 ? Long.MAX_VALUE : most / 2 + random.nextInt(most / 2);
    return new Range(from, to);
  }

  private String randomQuestion() {
    return randomQuestion(1 + random.nextInt(3));
  }

  private String randomQuestion(int size) {
    StringBuilder question = new StringBuilder();
    for (int i = 0; i < size; i++) {
      question.append(i == 0 ? "" : random.nextInt(4) == 0 ? " OR " : " ");
      question.append(random.nextInt(8) == 0 ? "-" : "");
      question.append(random.nextInt(5) == 0 ? randomField() : "");
      question.append(randomClause());
    }
    return question.toString();
  }

  private String randomField() {
    List<QueryField> fields = List.of(QueryField.values());
    QueryField field = fields.get(random.nextInt(fields.size()));
    return field == QueryField.ANYWHERE ? "" : field.key() + ":";
  }

  private String randomClause() {
    return switch (random.nextInt(15)) {
      case 0, 1, 2 -> OPEN.get(random.nextInt(OPEN.size()));
      case 3, 4, 5, 6 -> "\"" + someText(1 + random.nextInt(3)) + "\"";
      case 7, 8 -> "(" + randomQuestion(2) + ")";
      default -> someText(1);
    };
  }

  private Set<String> someOf(String... values) {
    Set<String> some = new TreeSet<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      some.add(values[random.nextInt(values.length)]);
    }
    return some;
  }

  private String someText(int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      text.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", text);
  }

  /** Puts a running line before, behind or into the words of a page. */
  private String between(String page, String running) {
    int place = page.isEmpty() ? 0 : random.nextInt(page.length());
    int cut = page.contains("|") ? 0 : Math.max(0, page.indexOf(' ', place));
    return random.nextBoolean()
        ? page.substring(0, cut) + " " + running + " " + page.substring(cut)
        : page + " " + running;
  }

  private IndexedProcess randomProcess(int number) {
    Samples process = Samples.process("p" + number).titled(someText(1 + random.nextInt(3)));
    if (random.nextInt(4) > 0) {
      process.saying(
          RecordField.STATUS, List.of("Concluso", "In corso", "Progetto").get(random.nextInt(3)));
    }
    if (random.nextInt(5) > 0) {
      int from = 2014 + random.nextInt(6);
      process.between(from, from + random.nextInt(3));
    }
    if (random.nextBoolean()) {
      process.at("Lombardia", "Milano", "Comune" + random.nextInt(30));
    }
    if (random.nextInt(4) == 0) {
      process.at("Lazio", "Roma", "Valle");
    }
    if (random.nextBoolean()) {
      process.about("ambiente", random.nextBoolean() ? "acqua" : "aria");
    }
    if (random.nextBoolean()) {
      process.naming(
          RecordField.TECHNIQUES,
          "tecnica" + random.nextInt(4),
          "Tecnica " + random.nextInt(4),
          someText(1));
      process.naming(RecordField.DECISION_HOLDERS, "Comune di Valle " + random.nextInt(40));
      process.saying(RecordField.LEVEL, random.nextBoolean() ? "Consultazione" : "Empowerment");
    }
    if (random.nextInt(3) > 0) {
      process.saying(RecordField.EXTENSION, random.nextBoolean() ? "yes" : "no");
      process.saying(RecordField.FUNDED_AMOUNT, random.nextInt(10_000) + ".50");
      process.saying(
          RecordField.LAST_MODIFIED, LocalDate.ofEpochDay(random.nextInt(20_000)).toString());
    }
    process.saying(RecordField.PHASES, someText(random.nextInt(12)));
    process.saying(RecordField.OBJECTIVES, someText(random.nextInt(6)));
    process.saying(RecordField.TECHNIQUES, someText(1));
    process.saying(RecordField.DISTRICT, someText(1));
    for (int file = random.nextInt(4); file > 0; file--) {
      String[] pages = new String[random.nextInt(5) == 0 ? 35 : random.nextInt(4)];
      List<String> running = List.of(someText(2), someText(1), "pagina %d", "%d");
      boolean repeats = random.nextBoolean();
      for (int page = 0; page < pages.length; page++) {
        pages[page] = random.nextInt(6) == 0 ? "" : someText(random.nextInt(8));
        for (int line = random.nextInt(4); repeats && line > 0; line--) {
          String repeated =
              "|" + running.get(random.nextInt(running.size())).formatted(page + 1) + "|";
          pages[page] = between(pages[page], repeated);
        }
      }
      process.withRepeated("file" + file + (random.nextInt(4) == 0 ? ".docx" : ".pdf"), pages);
      process.in(List.of("it", "en", "").get(random.nextInt(3)));
    }
    if (random.nextInt(3) == 0) {
      process.unread("unread.pdf", randomState(), "");
    }
    return process.build();
  }
}
