package it.lente.engine;

import it.lente.analysis.Correction;
import it.lente.analysis.Dictionary;
import it.lente.analysis.FieldsAt;
import it.lente.analysis.FormReader;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.QueryPart;
import it.lente.analysis.SlowDictionary;
import it.lente.analysis.TextPositions;
import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.FieldText;
import it.lente.record.PageText;
import it.lente.record.ProcessRecord;
import it.lente.record.QueryField;
import it.lente.record.TextQuery;
import it.lente.record.Years;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An engine that reads every text for every question: slow, short, and therefore the one that other
 * engines are held against. It keeps all in memory and ranks only roughly.
 */
public final class InMemoryEngine implements SearchEngine {

  private static final int GAP = 100;

  private Map<String, IndexedProcess> committed = new TreeMap<>();
  private Optional<LastRun> lastRun = Optional.empty();
  private int commits;

  /** A writer whose commit this engine answers from. */
  public RecordWriter writer() {
    return new Writer();
  }

  private final class Writer implements RecordWriter {

    private final Map<String, IndexedProcess> pending = new TreeMap<>(committed);

    @Override
    public Map<String, String> fingerprints() {
      Map<String, String> fingerprints = new HashMap<>();
      committed.forEach((id, process) -> fingerprints.put(id, process.fingerprint()));
      return fingerprints;
    }

    @Override
    public LastCommit lastCommit() {
      return LastCommit.NONE;
    }

    @Override
    public void setOutdated(Map<String, AsOf> now) {}

    @Override
    public void put(IndexedProcess process) {
      pending.put(process.record().id(), process);
    }

    @Override
    public void delete(String id) {
      pending.remove(id);
    }

    @Override
    public void commit() {
      committed = new TreeMap<>(pending);
      commits++;
    }

    @Override
    public void keep(LastRun run) {
      lastRun = Optional.of(run);
    }

    @Override
    public Optional<LastRun> lastRun() {
      return lastRun;
    }

    @Override
    public void close() {}
  }

  @Override
  public SearchResult search(SearchRequest request) {
    QueryMatcher matcher = QueryMatcher.of(request.query(), dictionary());
    List<IndexedProcess> answering =
        committed.values().stream()
            .takeWhile(process -> !request.deadline().passed())
            .filter(process -> answers(matcher, request.scope(), process))
            .toList();
    Map<Facet, FacetCounts> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      facets.put(facet, counts(request, facet, answering));
    }
    List<IndexedProcess> hits =
        answering.stream()
            .filter(process -> passes(request, process, facet -> true))
            .sorted(
                Comparator.comparing(
                    process -> place(process, request, matcher), order(request.sort())))
            .toList();
    ResultWindow window = request.window();
    Comparator<ListPosition> order = order(request.sort());
    List<IndexedProcess> rest =
        hits.stream()
            .filter(process ->
                window
                    .after()
                    .filter(place -> order.compare(place(process, request, matcher), place) <= 0)
                    .isEmpty())
            .skip(window.offset())
            .toList();
    List<IndexedProcess> shown = rest.stream().limit(window.size()).toList();
    return new SearchResult(
        hits.size(),
        shown.stream()
            .map(process ->
                request.deadline().passed()
                    ? bare(process)
                    : hit(process, matcher, request.scope()))
            .toList(),
        facets,
        DroppedFilters.of(
            request,
            without ->
                (int)
                    answering.stream()
                        .filter(process -> passes(without, process, facet -> true))
                        .count()),
        matcher.interpretation(),
        shown.isEmpty() || shown.size() == rest.size()
            ? Optional.empty()
            : Optional.of(
                ResultWindow.after(place(shown.getLast(), request, matcher), window.size())),
        !request.deadline().passed());
  }

  @Override
  public FacetCounts facet(SearchRequest request, Facet facet) {
    QueryMatcher matcher = QueryMatcher.of(request.query(), dictionary());
    List<IndexedProcess> answering =
        committed.values().stream()
            .takeWhile(process -> !request.deadline().passed())
            .filter(process -> answers(matcher, request.scope(), process))
            .toList();
    request.deadline().check();
    return FacetCounts.all(facet, counted(request, facet, answering), selected(request, facet));
  }

  @Override
  public Optional<StoredProcess> process(String id, Deadline deadline) {
    deadline.check();
    return Optional.ofNullable(committed.get(id))
        .map(process -> new StoredProcess(process.record(), process.stored()));
  }

  @Override
  public Optional<AttachmentHits> hits(HitsRequest request, Deadline deadline) {
    deadline.check();
    return attached(request.processId(), request.attachmentId())
        .map(attached -> {
          Pages pages = new Pages(attached, QueryMatcher.of(request.query(), dictionary()));
          return new AttachmentHits(
              StoredAttachment.of(attached),
              pages.found.size(),
              pages.together(),
              pages.hits(request));
        });
  }

  @Override
  public Optional<PageText> page(
      String processId, String attachmentId, int number, Deadline deadline) {
    deadline.check();
    return attached(processId, attachmentId)
        .map(attached -> attached.text().pages())
        .filter(pages -> number >= 1 && number <= pages.size())
        .map(pages -> pages.get(number - 1));
  }

  @Override
  public OptionalInt pageLabelled(
      String processId, String attachmentId, String label, Deadline deadline) {
    deadline.check();
    return attached(processId, attachmentId).stream()
        .flatMap(attached -> attached.text().pages().stream())
        .filter(page -> page.label().equalsIgnoreCase(label))
        .mapToInt(PageText::number)
        .findFirst();
  }

  @Override
  public List<Suggestion> suggest(String typed, int size, Deadline deadline) {
    deadline.check();
    return Suggestions.of(SlowSuggestions.of(committed.values()))
        .startingWith(FormReader.forms(typed), size);
  }

  @Override
  public Optional<TextQuery> corrected(TextQuery query, Deadline deadline) {
    deadline.check();
    return Correction.of(query, dictionary());
  }

  @Override
  public Optional<List<SimilarProcess>> similar(String id, Deadline deadline) {
    deadline.check();
    return Optional.ofNullable(committed.get(id))
        .map(process -> SlowSimilar.to(process, committed.values()));
  }

  @Override
  public int count(TextQuery query, Deadline deadline) {
    ResultWindow none = new ResultWindow(0, 0);
    SearchRequest all = new SearchRequest(query, Scope.ALL, Map.of(), ListSort.TITLE, none);
    int total = search(all.by(deadline)).total();
    deadline.check();
    return total;
  }

  @Override
  public Coverage coverage(CoverageRequest request, Deadline deadline) {
    deadline.check();
    return SlowCoverage.of(files(), request);
  }

  @Override
  public void eachFile(Set<AttachmentState> states, Consumer<CoverageFile> sink) {
    CoverageRequest all = new CoverageRequest(states, new ResultWindow(0, Integer.MAX_VALUE));
    coverage(all, Deadline.NEVER).files().forEach(sink);
  }

  private List<CoverageFile> files() {
    List<CoverageFile> files = new ArrayList<>();
    for (IndexedProcess process : committed.values()) {
      ProcessRecord record = process.record();
      process
          .stored()
          .forEach(stored -> files.add(new CoverageFile(record.id(), record.title(), stored)));
    }
    return files;
  }

  @Override
  public String version() {
    return Integer.toString(commits);
  }

  @Override
  public EngineStatus status() {
    List<AttachedText> all =
        committed.values().stream().flatMap(p -> p.attachments().stream()).toList();
    int pages = all.stream().mapToInt(attached -> attached.text().pages().size()).sum();
    return new EngineStatus("in memory", committed.size(), all.size(), pages).after(lastRun);
  }

  @Override
  public void close() {}

  private Optional<AttachedText> attached(String processId, String attachmentId) {
    return Optional.ofNullable(committed.get(processId)).stream()
        .flatMap(process -> process.attachments().stream())
        .filter(attached -> attached.attachment().id().equals(attachmentId))
        .findFirst();
  }

  private Dictionary dictionary() {
    return SlowDictionary.of(
        committed.values().stream()
            .flatMap(process -> texts(process, Scope.ALL).stream())
            .map(Text::positions)
            .toList());
  }

  // Who answers

  /**
   * A text that is searched.
   *
   * @param fields those to which it belongs
   */
  private record Text(TextPositions positions, Predicate<QueryField> fields, int worth) {

    boolean holds(QueryPart part) {
      return fields.test(part.field()) && part.occursIn(positions);
    }
  }

  private static boolean answers(QueryMatcher matcher, Scope scope, IndexedProcess process) {
    List<Text> texts = texts(process, scope);
    return matcher.answers(
        part -> texts.stream().anyMatch(text -> text.holds(matcher.parts().get(part))));
  }

  private static List<Text> texts(IndexedProcess process, Scope scope) {
    List<Text> texts = new ArrayList<>();
    if (scope != Scope.ATTACHMENTS) {
      for (FieldText text : process.texts()) {
        texts.add(
            new Text(
                TextPositions.ofTexts(text.text()),
                field -> field.covers(text.field(), text.weight()),
                worth(text)));
      }
    }
    if (scope != Scope.RECORDS) {
      TextPositions positions = new TextPositions();
      for (AttachedText attached : process.attachments()) {
        read(attached, positions);
        positions.gap(GAP);
      }
      texts.add(new Text(positions, QueryField::coversPages, 1));
    }
    return texts;
  }

  private static int worth(FieldText text) {
    return switch (text.weight()) {
      case TITLE -> 4;
      case LABELS -> 3;
      case RECORD -> 2;
    };
  }

  private static boolean passes(
      SearchRequest request, IndexedProcess process, Predicate<Facet> applied) {
    return request.filters().measured(process.record())
        && request.filters().values().entrySet().stream()
            .filter(filter -> applied.test(filter.getKey()))
            .allMatch(filter ->
                filter.getValue().stream()
                    .map(filter.getKey()::identity)
                    .anyMatch(identities(process, filter.getKey())::contains));
  }

  private static Set<String> identities(IndexedProcess process, Facet facet) {
    return process.valuesOf(facet).stream().map(facet::identity).collect(Collectors.toSet());
  }

  private FacetCounts counts(SearchRequest request, Facet facet, List<IndexedProcess> answering) {
    return FacetCounts.of(facet, counted(request, facet, answering), selected(request, facet));
  }

  private Set<String> selected(SearchRequest request, Facet facet) {
    FacetSpellings spellings = spellings(facet);
    return request.selected(facet).stream().map(spellings::shown).collect(Collectors.toSet());
  }

  private FacetSpellings spellings(Facet facet) {
    Map<String, Integer> all = new HashMap<>();
    committed.values().stream()
        .flatMap(process -> process.valuesOf(facet).stream())
        .forEach(value -> all.merge(value, 1, Integer::sum));
    return FacetSpellings.of(facet, all);
  }

  private Map<String, Integer> counted(
      SearchRequest request, Facet facet, List<IndexedProcess> answering) {
    Map<String, Integer> counts = new HashMap<>();
    FacetSpellings spellings = spellings(facet);
    answering.stream()
        .filter(process -> passes(request, process, other -> other != facet))
        .flatMap(process -> process.valuesOf(facet).stream())
        .forEach(value -> counts.merge(spellings.shown(value), 1, Integer::sum));
    return counts;
  }

  // In which order

  private static Comparator<ListPosition> order(ListSort sort) {
    Comparator<ListPosition> upwards =
        Comparator.comparingLong(ListPosition::first).thenComparingLong(ListPosition::second);
    Comparator<ListPosition> order =
        switch (sort) {
          case RELEVANCE, NEWEST, UPDATED -> upwards.reversed();
          case OLDEST -> upwards;
          case TITLE ->
              Comparator.comparing(place -> TitleOrder.key(place.title()), Arrays::compareUnsigned);
        };
    return order.thenComparing(ListPosition::id);
  }

  /** Where a process stands in the order that is asked for. */
  private static ListPosition place(
      IndexedProcess process, SearchRequest request, QueryMatcher matcher) {
    ProcessRecord record = process.record();
    return switch (request.sort()) {
      case RELEVANCE ->
          matcher.asks()
              ? new ListPosition(worth(process, request.scope(), matcher), 0, "", record.id())
              : newest(record);
      case NEWEST -> newest(record);
      case OLDEST ->
          new ListPosition(
              year(record, true, Long.MAX_VALUE),
              year(record, false, Long.MAX_VALUE),
              "",
              record.id());
      case TITLE -> new ListPosition(0, 0, record.title(), record.id());
      case UPDATED ->
          new ListPosition(
              record.lastModified().map(d -> d.toEpochDay()).orElse(Long.MIN_VALUE),
              0,
              "",
              record.id());
    };
  }

  private static ListPosition newest(ProcessRecord record) {
    long last = year(record, false, Long.MIN_VALUE);
    return new ListPosition(last, year(record, true, Long.MIN_VALUE), "", record.id());
  }

  private static long year(ProcessRecord record, boolean first, long unknown) {
    Years years = record.derived().years();
    return (first ? years.from() : years.to()).map(bound -> (long) bound.year()).orElse(unknown);
  }

  private static int worth(IndexedProcess process, Scope scope, QueryMatcher matcher) {
    List<Text> texts = texts(process, scope);
    return matcher.wanted().stream()
        .mapToInt(part ->
            texts.stream().filter(text -> text.holds(part)).mapToInt(Text::worth).max().orElse(0))
        .sum();
  }

  // What is shown

  private static ProcessHit bare(IndexedProcess process) {
    return hit(process, QueryMatcher.of(TextQuery.NONE, Dictionary.EMPTY), Scope.ALL);
  }

  private static ProcessHit hit(IndexedProcess process, QueryMatcher matcher, Scope scope) {
    ProcessRecord record = process.record();
    List<AttachmentHit> attachments = new ArrayList<>();
    for (AttachedText attached : process.attachments()) {
      Pages pages = new Pages(attached, matcher);
      boolean searched = scope != Scope.RECORDS;
      attachments.add(
          new AttachmentHit(
              StoredAttachment.of(attached),
              matcher.asks()
                  ? Optional.of(searched ? pages.counts() : PageCounts.NONE)
                  : Optional.empty(),
              matcher.asks() && searched ? pages.excerpts() : List.of()));
    }
    attachments.sort(
        Comparator.comparing(a -> a.hits().filter(h -> h.occurrences() > 0).isEmpty()));
    ProcessHit.Card card = ProcessHit.Card.of(record);
    boolean recordSearched = scope != Scope.ATTACHMENTS && matcher.asks();
    return new ProcessHit(
        card, 1, recordSearched ? recordExcerpts(process, matcher) : List.of(), attachments);
  }

  private static List<FieldExcerpt> recordExcerpts(IndexedProcess process, QueryMatcher matcher) {
    List<FieldExcerpt> excerpts = new ArrayList<>();
    for (FieldText text : process.texts()) {
      TextPositions positions = TextPositions.ofTexts(text.text());
      FieldsAt fields = (position, field) -> field.covers(text.field(), text.weight());
      List<Excerpts.Span> spans = spans(matcher.occurrences(positions, fields), positions);
      if (!spans.isEmpty()) {
        excerpts.add(new FieldExcerpt(text.field(), Excerpts.best(text.text(), spans).excerpt()));
      }
    }
    return excerpts.stream().limit(2).toList();
  }

  private static List<Excerpts.Span> spans(Occurrences found, TextPositions positions) {
    List<Excerpts.Span> spans = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      spans.add(
          new Excerpts.Span(
              positions.offsets(found.start(i))[0],
              positions.offsets(found.end(i) - 1)[1],
              found.parts(i)));
    }
    return spans;
  }

  /** Adds what is searched of an attachment, and tells to which page each part of it belongs. */
  private static List<Run> read(AttachedText attached, TextPositions positions) {
    List<PageText> pages = attached.text().pages();
    List<Run> runs = new ArrayList<>();
    for (int page = 0; page < pages.size(); page++) {
      PageText text = pages.get(page);
      int from = positions.next();
      positions.add(text.text(), start -> RepeatedText.isBody(text, start));
      runs.add(new Run(page, from, positions.next()));
    }
    for (RepeatedText.Stretch stretch : RepeatedText.of(pages)) {
      positions.gap(GAP);
      int from = positions.next();
      positions.add(pages.get(stretch.page()).text(), stretch::contains);
      runs.add(new Run(stretch.page(), from, positions.next()));
    }
    return runs;
  }

  /** Positions that belong to a page. */
  private record Run(int page, int from, int to) {

    boolean holds(int position) {
      return position >= from && position < to;
    }
  }

  /** An occurrence, or its part on a page; the number is its place among all in the text. */
  private record Found(int number, Excerpts.Span span) {}

  /** The pages of one attachment and what is found on them. */
  private static final class Pages {

    private final List<PageText> pages;
    private final TextPositions positions = new TextPositions();
    private final List<Run> runs;
    private final QueryMatcher matcher;
    private final Occurrences found;

    Pages(AttachedText attached, QueryMatcher matcher) {
      this.matcher = matcher;
      pages = attached.text().pages();
      runs = read(attached, positions);
      found = matcher.occurrences(positions, FieldsAt.PAGES);
    }

    PageCounts counts() {
      List<PageCount> counts = new ArrayList<>();
      int first = 1;
      for (int page : withStarts()) {
        counts.add(new PageCount(page + 1, first));
        first += starting(page).size();
      }
      return new PageCounts(found.size(), counts);
    }

    List<PageExcerpt> excerpts() {
      return withStarts().stream().sorted(bestFirst()).limit(3).map(this::excerpt).toList();
    }

    private PageExcerpt excerpt(int page) {
      Excerpts.Chosen chosen = Excerpts.best(pages.get(page).text(), spans(page));
      int number = found(page).get(chosen.first()).number();
      return new PageExcerpt(page + 1, numbered().indexOf(number) + 1, chosen.excerpt());
    }

    private List<Integer> withStarts() {
      List<Integer> some = new ArrayList<>();
      for (int page = 0; page < pages.size(); page++) {
        if (!starting(page).isEmpty()) {
          some.add(page);
        }
      }
      return some;
    }

    List<PageHits> hits(HitsRequest request) {
      List<Integer> order = new ArrayList<>();
      for (int page = 0; page < pages.size(); page++) {
        if (!found(page).isEmpty()) {
          order.add(page);
        }
      }
      if (request.order() == HitsRequest.Order.RELEVANCE) {
        order.sort(bestFirst());
      }
      List<Integer> numbered = numbered();
      List<PageHits> hits = new ArrayList<>();
      int full = 0;
      for (int page : order) {
        boolean inFull = request.pages().contains(page + 1) && full++ < request.pages().limit();
        hits.add(pageHits(page, inFull, numbered));
      }
      return hits;
    }

    private PageHits pageHits(int page, boolean inFull, List<Integer> numbered) {
      List<PageHits.Hit> hits = new ArrayList<>();
      List<Excerpt> excerpts = new ArrayList<>();
      if (inFull) {
        for (Found each : found(page)) {
          Mark mark = new Mark(each.span().start(), each.span().end());
          hits.add(
              new PageHits.Hit(
                  numbered.indexOf(each.number()) + 1,
                  mark,
                  pages.get(page).boxes().around(mark.start(), mark.end())));
        }
        excerpts.add(Excerpts.best(pages.get(page).text(), spans(page)).excerpt());
      }
      PageText text = pages.get(page);
      return new PageHits(
          page + 1, text.label(), text.shape(), starting(page).size(), excerpts, hits);
    }

    /** The occurrences by page and by where on it they begin. */
    private List<Integer> numbered() {
      List<Integer> numbered = new ArrayList<>();
      for (int page = 0; page < pages.size(); page++) {
        for (Found each : found(page)) {
          if (!numbered.contains(each.number())) {
            numbered.add(each.number());
          }
        }
      }
      return numbered;
    }

    private Comparator<Integer> bestFirst() {
      return Comparator.<Integer>comparingInt(page -> Long.bitCount(parts(page)))
          .thenComparingInt(page -> starting(page).size())
          .reversed()
          .thenComparing(Comparator.naturalOrder());
    }

    boolean together() {
      return withStarts().stream().anyMatch(page -> matcher.answersOnPage(parts(page)));
    }

    private List<Integer> starting(int page) {
      List<Integer> starting = new ArrayList<>();
      for (Run run : runs) {
        for (int i = 0; run.page() == page && i < found.size(); i++) {
          if (run.holds(found.start(i))) {
            starting.add(i);
          }
        }
      }
      return starting;
    }

    private long parts(int page) {
      return starting(page).stream().mapToLong(found::parts).reduce(0, (a, b) -> a | b);
    }

    private List<Excerpts.Span> spans(int page) {
      return found(page).stream().map(Found::span).toList();
    }

    private List<Found> found(int page) {
      List<Found> on = new ArrayList<>();
      for (Run run : runs) {
        for (int i = 0; run.page() == page && i < found.size(); i++) {
          int start = Math.max(found.start(i), run.from());
          int end = Math.min(found.end(i), run.to());
          if (start < end) {
            for (int[] piece : pieces(pages.get(page), start, end)) {
              on.add(new Found(i, new Excerpts.Span(piece[0], piece[1], found.parts(i))));
            }
          }
        }
      }
      on.sort(Comparator.comparingInt(each -> each.span().start()));
      return on;
    }

    /** Word after word; a running line between two of them parts them. */
    private List<int[]> pieces(PageText page, int start, int end) {
      List<int[]> pieces = new ArrayList<>(List.of(positions.offsets(start).clone()));
      for (int position = start + 1; position < end; position++) {
        int[] last = pieces.getLast();
        int[] next = positions.offsets(position);
        boolean parted =
            page.repeated().stream()
                .anyMatch(line -> line.start() >= last[1] && line.end() <= next[0]);
        if (parted) {
          pieces.add(next.clone());
        } else {
          last[1] = next[1];
        }
      }
      return pieces;
    }
  }
}
