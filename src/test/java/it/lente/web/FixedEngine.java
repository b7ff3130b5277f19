package it.lente.web;

import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.AttachmentHits;
import it.lente.engine.Coverage;
import it.lente.engine.CoverageFile;
import it.lente.engine.CoverageRequest;
import it.lente.engine.Deadline;
import it.lente.engine.DroppedFilters;
import it.lente.engine.EngineStatus;
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.EngineUnavailableException.NotReady;
import it.lente.engine.Excerpt;
import it.lente.engine.FacetCounts;
import it.lente.engine.FieldExcerpt;
import it.lente.engine.HitsRequest;
import it.lente.engine.LastRun;
import it.lente.engine.Mark;
import it.lente.engine.PageExcerpt;
import it.lente.engine.PageHits;
import it.lente.engine.PageHits.Hit;
import it.lente.engine.ProcessHit;
import it.lente.engine.ProcessMatch;
import it.lente.engine.ResultWindow;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.engine.SimilarProcess;
import it.lente.engine.SimilarProcess.Shared;
import it.lente.engine.SlowCoverage;
import it.lente.engine.StoredAttachment;
import it.lente.engine.Suggestion;
import it.lente.engine.Suggestion.Kind;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.FieldText;
import it.lente.record.FieldText.Weight;
import it.lente.record.PageText;
import it.lente.record.ProcessRecord;
import it.lente.record.QueryInterpretation;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.All;
import it.lente.record.TextQuery.Any;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Condition;
import it.lente.record.TextQuery.Not;
import it.lente.record.TextSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Answers from the fixed collection the slow way: words are found as they are typed. */
final class FixedEngine implements SearchEngine {

  private final List<FixedCollection.Entry> entries = FixedCollection.entries();
  private volatile boolean ready = true;
  private volatile boolean broken;
  private volatile LastRun lastRun;
  private final AtomicInteger commits = new AtomicInteger(1);
  private final AtomicInteger searches = new AtomicInteger();

  void becomes(boolean nowReady) {
    ready = nowReady;
  }

  void breaks(boolean nowBroken) {
    broken = nowBroken;
  }

  /** As if a run had ended so, whether or not it changed anything. */
  void ended(LastRun run) {
    lastRun = run;
  }

  /** As if a run had changed something. */
  void commits() {
    commits.incrementAndGet();
  }

  /** How many lists were asked for. */
  int searches() {
    return searches.get();
  }

  @Override
  public SearchResult search(SearchRequest request) {
    check();
    searches.incrementAndGet();
    if (request.deadline().passed()) {
      return SearchResult.outOfTime(request.filters());
    }
    List<FixedCollection.Entry> found =
        entries.stream().filter(entry -> answers(entry, request.query())).toList();
    List<ProcessHit> hits =
        found.stream()
            .filter(entry -> passes(entry, request, facet -> true))
            .skip(request.window().offset())
            .limit(request.window().size())
            .map(entry -> hit(entry, request.query()))
            .toList();
    int total = (int) found.stream().filter(entry -> passes(entry, request, facet -> true)).count();
    int end = request.window().offset() + request.window().size();
    return new SearchResult(
        total,
        hits,
        facets(found, request),
        DroppedFilters.of(
            request,
            without ->
                (int)
                    found.stream().filter(entry -> passes(entry, without, facet -> true)).count()),
        QueryInterpretation.NONE,
        end < total
            ? Optional.of(new ResultWindow(end, request.window().size()))
            : Optional.empty(),
        true);
  }

  private static boolean answers(FixedCollection.Entry entry, TextQuery query) {
    return answers(entry, query.condition());
  }

  private static boolean answers(FixedCollection.Entry entry, Condition condition) {
    return switch (condition) {
      case All all -> all.conditions().stream().allMatch(each -> answers(entry, each));
      case Any any -> any.conditions().stream().anyMatch(each -> answers(entry, each));
      case Not not -> !answers(entry, not.condition());
      case Clause clause -> holds(entry, clause);
    };
  }

  private static boolean holds(FixedCollection.Entry entry, Clause clause) {
    return FieldText.of(entry.process().record()).stream()
            .anyMatch(text -> !marks(text.text(), List.of(clause)).isEmpty())
        || entry.pages().values().stream()
            .flatMap(List::stream)
            .anyMatch(page -> !marks(page.text(), List.of(clause)).isEmpty());
  }

  private static boolean passes(
      FixedCollection.Entry entry, SearchRequest request, Predicate<Facet> counted) {
    return DroppedFilters.measured(request.filters(), entry.process().record())
        && request.filters().values().entrySet().stream()
            .filter(filter -> counted.test(filter.getKey()))
            .allMatch(filter ->
                values(entry, filter.getKey()).stream().anyMatch(filter.getValue()::contains));
  }

  private static List<String> values(FixedCollection.Entry entry, Facet facet) {
    List<TextSummary> summaries =
        entry.process().attachments().stream().map(StoredAttachment::summary).toList();
    return facet.valuesOf(entry.process().record(), summaries);
  }

  private static Map<Facet, FacetCounts> facets(
      List<FixedCollection.Entry> found, SearchRequest request) {
    Map<Facet, FacetCounts> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Map<String, Integer> counts = counts(found, request, facet);
      facets.put(facet, FacetCounts.of(facet, counts, request.filters().selected(facet)));
    }
    return facets;
  }

  private static Map<String, Integer> counts(
      List<FixedCollection.Entry> found, SearchRequest request, Facet facet) {
    Map<String, Integer> counts = new HashMap<>();
    for (FixedCollection.Entry entry : found) {
      if (passes(entry, request, other -> other != facet)) {
        values(entry, facet).forEach(value -> counts.merge(value, 1, Integer::sum));
      }
    }
    return counts;
  }

  @Override
  public FacetCounts facet(SearchRequest request, Facet facet) {
    check();
    request.deadline().check();
    List<FixedCollection.Entry> found =
        entries.stream().filter(entry -> answers(entry, request.query())).toList();
    return FacetCounts.all(facet, counts(found, request, facet), request.filters().selected(facet));
  }

  private static ProcessHit hit(FixedCollection.Entry entry, TextQuery query) {
    return new ProcessHit(
        ProcessHit.Card.of(entry.process().record()),
        1.5f,
        excerpts(entry, query, Set.of(Weight.RECORD)).stream().limit(1).toList(),
        attachments(entry, query));
  }

  private static List<FieldExcerpt> excerpts(
      FixedCollection.Entry entry, TextQuery query, Set<Weight> weights) {
    List<FieldExcerpt> excerpts = new ArrayList<>();
    for (FieldText text : FieldText.of(entry.process().record())) {
      List<Mark> marks = marks(text.text(), query.clauses());
      if (!marks.isEmpty() && weights.contains(text.weight())) {
        excerpts.add(new FieldExcerpt(text.field(), new Excerpt(text.text(), marks)));
      }
    }
    return excerpts;
  }

  private static AttachmentHit attachment(
      FixedCollection.Entry entry, StoredAttachment stored, TextQuery query) {
    if (!query.asks()) {
      return new AttachmentHit(stored, Optional.empty(), List.of());
    }
    List<PageHits> pages = pages(entry, stored, query, HitsRequest.PageRange.FIRST_FIFTY);
    return new AttachmentHit(
        stored,
        Optional.of(
            new PageCounts(
                pages.stream().mapToInt(PageHits::occurrences).sum(),
                pages.stream()
                    .map(page -> new PageCount(page.page(), page.hits().getFirst().n()))
                    .toList())),
        pages.stream()
            .limit(3)
            .map(page ->
                new PageExcerpt(
                    page.page(), page.hits().getFirst().n(), page.excerpts().getFirst()))
            .toList());
  }

  private static List<PageHits> pages(
      FixedCollection.Entry entry,
      StoredAttachment stored,
      TextQuery query,
      HitsRequest.PageRange range) {
    List<PageHits> pages = new ArrayList<>();
    int counted = 0;
    for (PageText page : entry.pages().getOrDefault(stored.attachment().id(), List.of())) {
      List<Hit> hits = new ArrayList<>();
      List<Mark> marks = marks(page.text(), query.clauses());
      for (Mark mark : marks) {
        hits.add(new Hit(++counted, mark, page.boxes().around(mark.start(), mark.end())));
      }
      if (!marks.isEmpty()) {
        boolean full = range.contains(page.number());
        List<Excerpt> excerpts = full ? List.of(new Excerpt(page.text(), marks)) : List.of();
        pages.add(
            new PageHits(
                page.number(),
                page.label(),
                page.shape(),
                marks.size(),
                excerpts,
                full ? hits : List.of()));
      }
    }
    return pages;
  }

  private static List<Mark> marks(String text, List<Clause> clauses) {
    List<Mark> marks = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    for (Clause clause : clauses) {
      String word = clause.text().toLowerCase(Locale.ROOT);
      for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length())) {
        marks.add(new Mark(at, at + word.length()));
      }
    }
    marks.sort((one, other) -> Integer.compare(one.start(), other.start()));
    return marks;
  }

  @Override
  public Optional<ProcessMatch> process(String id, TextQuery query, Deadline deadline) {
    deadline.check();
    return entry(id)
        .map(entry ->
            new ProcessMatch(
                entry.process(),
                attachments(entry, query),
                excerpts(entry, query, Set.of(Weight.values()))));
  }

  private static List<AttachmentHit> attachments(FixedCollection.Entry entry, TextQuery query) {
    return entry.process().attachments().stream()
        .map(stored -> attachment(entry, stored, query))
        .toList();
  }

  @Override
  public Optional<AttachmentHits> hits(HitsRequest request, Deadline deadline) {
    deadline.check();
    return entry(request.processId())
        .flatMap(entry ->
            entry
                .process()
                .attachment(request.attachmentId())
                .map(stored -> {
                  List<PageHits> pages = pages(entry, stored, request.query(), request.pages());
                  int sum = pages.stream().mapToInt(PageHits::occurrences).sum();
                  return new AttachmentHits(stored, sum, !pages.isEmpty(), pages);
                }));
  }

  @Override
  public Optional<PageText> page(
      String processId, String attachmentId, int number, Deadline deadline) {
    deadline.check();
    return entry(processId)
        .flatMap(entry ->
            entry.pages().getOrDefault(attachmentId, List.of()).stream()
                .filter(page -> page.number() == number)
                .findFirst());
  }

  @Override
  public OptionalInt pageLabelled(
      String processId, String attachmentId, String label, Deadline deadline) {
    deadline.check();
    return entry(processId).stream()
        .flatMap(entry -> entry.pages().getOrDefault(attachmentId, List.of()).stream())
        .filter(page -> page.label().equalsIgnoreCase(label))
        .mapToInt(PageText::number)
        .findFirst();
  }

  @Override
  public List<Suggestion> suggest(String typed, int size, Deadline deadline) {
    deadline.check();
    check();
    return List.of(
            new Suggestion(Kind.PLACE, "Vallechiara", "Lombardia > Lecco > Vallechiara", 1),
            new Suggestion(Kind.PHRASE, "nessuno la dice", "nessuno la dice", 2),
            new Suggestion(Kind.TITLE, "Il patto del fiume", "fiume", 1))
        .stream()
        .filter(each -> each.text().toLowerCase(Locale.ROOT).contains(typed) && !typed.isEmpty())
        .limit(size)
        .toList();
  }

  @Override
  public Optional<TextQuery> corrected(TextQuery query, Deadline deadline) {
    deadline.check();
    TextQuery corrected =
        query.wanting(clause ->
            clause.text().equals("bibloteca") ? new Clause(clause.kind(), "biblioteca") : clause);
    return corrected.equals(query) ? Optional.empty() : Optional.of(corrected);
  }

  @Override
  public Optional<List<SimilarProcess>> similar(String id, Deadline deadline) {
    deadline.check();
    return entry(id)
        .map(entry ->
            id.equals(FixedCollection.LIBRARY)
                ? List.of(
                    new SimilarProcess(
                        hit(entries.get(1), TextQuery.NONE).card(),
                        2.5f,
                        List.of(Shared.word("rive"), Shared.value(Facet.THEME, "Ambiente"))))
                : List.of());
  }

  @Override
  public Map<TextQuery, Integer> counts(Collection<TextQuery> queries, Deadline deadline) {
    deadline.check();
    Map<TextQuery, Integer> counts = new HashMap<>();
    for (TextQuery query : queries) {
      counts.put(query, (int) entries.stream().filter(entry -> answers(entry, query)).count());
    }
    return counts;
  }

  @Override
  public Coverage coverage(CoverageRequest request, Deadline deadline) {
    deadline.check();
    check();
    List<CoverageFile> files = new ArrayList<>();
    for (FixedCollection.Entry entry : entries) {
      ProcessRecord record = entry.process().record();
      entry
          .process()
          .attachments()
          .forEach(stored -> files.add(new CoverageFile(record.id(), record.title(), stored)));
    }
    return SlowCoverage.of(files, request);
  }

  @Override
  public void eachFile(Set<AttachmentState> states, Consumer<CoverageFile> sink) {
    CoverageRequest all = new CoverageRequest(states, new ResultWindow(0, Integer.MAX_VALUE));
    coverage(all, Deadline.NEVER).files().forEach(sink);
  }

  @Override
  public EngineStatus status() {
    return ready
        ? new EngineStatus(
            Optional.empty(),
            "commit 1",
            entries.size(),
            6,
            49,
            Optional.ofNullable(lastRun),
            Optional.empty(),
            EngineStatus.Storage.folder(-1))
        : EngineStatus.notReady(NotReady.NO_INDEX, "The first run is under way.");
  }

  @Override
  public String version() {
    return ready ? "commit " + commits : "";
  }

  @Override
  public void close() {}

  private Optional<FixedCollection.Entry> entry(String id) {
    check();
    return entries.stream().filter(entry -> entry.process().record().id().equals(id)).findFirst();
  }

  private void check() {
    if (broken) {
      throw new IllegalStateException("a fault that the test asked for");
    }
    if (!ready) {
      throw new EngineUnavailableException(
          NotReady.NO_INDEX, "There is no index yet: the first run is under way.");
    }
  }
}
