package it.lente.engine;

import it.lente.analysis.Correction;
import it.lente.analysis.Dictionary;
import it.lente.analysis.FormPositions;
import it.lente.analysis.FormReader;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.QueryPart;
import it.lente.analysis.SlowDictionary;
import it.lente.analysis.TextPositions;
import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.engine.hits.FacetSpellings;
import it.lente.engine.hits.ListedProcess;
import it.lente.engine.hits.PositionLayout;
import it.lente.engine.hits.SlowHits;
import it.lente.engine.hits.Suggestions;
import it.lente.engine.hits.TitleOrder;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An engine that reads every text for every question: slow, short, and therefore the one that other
 * engines are held against. It keeps all in memory and ranks only roughly.
 */
public final class InMemoryEngine implements SearchEngine {

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
  public Optional<SearchEngine> ofThisCommit() {
    InMemoryEngine kept = new InMemoryEngine();
    kept.committed = committed;
    kept.lastRun = lastRun;
    kept.commits = commits;
    return Optional.of(kept);
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
                    ? listed(process).bare(1)
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
  public Optional<ProcessMatch> process(String id, TextQuery query, Deadline deadline) {
    deadline.check();
    QueryMatcher matcher = QueryMatcher.of(query, dictionary());
    return Optional.ofNullable(committed.get(id))
        .map(process -> {
          MemoryTexts texts = new MemoryTexts(process);
          Map<String, FormPositions> found = texts.found(matcher, Scope.ALL);
          return new ProcessMatch(
              process.storedProcess(),
              unchecked(() -> listed(process).counts(texts, matcher, found)),
              unchecked(() -> ListedProcess.fields(texts, matcher, found)));
        });
  }

  @Override
  public Optional<AttachmentHits> hits(HitsRequest request, Deadline deadline) {
    deadline.check();
    return Optional.ofNullable(committed.get(request.processId()))
        .flatMap(process -> {
          StoredProcess stored = process.storedProcess();
          QueryMatcher matcher = QueryMatcher.of(request.query(), dictionary());
          MemoryTexts texts = new MemoryTexts(process);
          return stored
              .attachment(request.attachmentId())
              .map(its ->
                  unchecked(() ->
                      texts
                          .occurrences(matcher)
                          .get(stored.attachments().indexOf(its))
                          .hits(its, request, matcher)));
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
  public Map<TextQuery, Integer> counts(Collection<TextQuery> queries, Deadline deadline) {
    Map<TextQuery, Integer> counts = new HashMap<>();
    ResultWindow none = new ResultWindow(0, 0);
    for (TextQuery query : queries) {
      SearchRequest all = new SearchRequest(query, Scope.ALL, Map.of(), ListSort.TITLE, none);
      counts.put(query, search(all.by(deadline)).total());
      deadline.check();
    }
    return counts;
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
    return new EngineStatus(
        Optional.empty(),
        "in memory",
        committed.size(),
        all.size(),
        pages,
        lastRun,
        Optional.empty(),
        EngineStatus.Storage.folder(-1));
  }

  @Override
  public void close() {}

  private Optional<AttachedText> attached(String processId, String attachmentId) {
    return Optional.ofNullable(committed.get(processId)).stream()
        .flatMap(process -> process.attachments().stream())
        .filter(attached -> attached.attachment().id().equals(attachmentId))
        .findFirst();
  }

  /** The forms of all processes. */
  public Dictionary dictionary() {
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
        SlowHits.read(attached, positions);
        positions.gap(PositionLayout.GAP);
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
    return DroppedFilters.measured(request.filters(), process.record())
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
    return request.filters().selected(facet).stream()
        .map(spellings::shown)
        .collect(Collectors.toSet());
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
        Comparator.comparingDouble(ListPosition::first).thenComparingLong(ListPosition::second);
    Comparator<ListPosition> order =
        switch (sort) {
          case RELEVANCE, NEWEST, UPDATED, SEEN -> upwards.reversed();
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
      case SEEN -> new ListPosition(process.seen().changed().getEpochSecond(), 0, "", record.id());
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

  private static ListedProcess listed(IndexedProcess process) {
    return new ListedProcess(ProcessHit.Card.of(process.record()), process.stored());
  }

  private static ProcessHit hit(IndexedProcess process, QueryMatcher matcher, Scope scope) {
    MemoryTexts texts = new MemoryTexts(process);
    return unchecked(() ->
        listed(process)
            .hit(1, texts, matcher, texts.found(matcher, scope), texts.inPages(matcher, scope)));
  }

  private static <T> T unchecked(Callable<T> reading) {
    try {
      return reading.call();
    } catch (Exception impossible) {
      throw new IllegalStateException("memory can be read", impossible);
    }
  }
}
