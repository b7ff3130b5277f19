package it.lente.search;

import it.lente.engine.AttachmentHits;
import it.lente.engine.Coverage;
import it.lente.engine.CoverageFile;
import it.lente.engine.Deadline;
import it.lente.engine.EngineStatus;
import it.lente.engine.FacetCounts;
import it.lente.engine.Filters.Range;
import it.lente.engine.HitsRequest;
import it.lente.engine.ListSort;
import it.lente.engine.OutOfTimeException;
import it.lente.engine.ProcessHit;
import it.lente.engine.ProcessMatch;
import it.lente.engine.ResultWindow;
import it.lente.engine.Scope;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.engine.SimilarProcess;
import it.lente.engine.StoredProcess;
import it.lente.engine.Suggestion;
import it.lente.record.AttachmentState;
import it.lente.record.Measure;
import it.lente.record.PageText;
import it.lente.record.QueryInterpretation;
import it.lente.record.Substitution;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Kind;
import it.lente.record.TextQuery.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Answers readers' questions. Every method throws {@link
 * it.lente.engine.EngineUnavailableException} while there is no index, and all but {@link #ask}
 * throw {@link OutOfTimeException} once their deadline has passed.
 */
public final class Search {

  private final SearchEngine engine;
  private final Supplier<Deadline> deadlines;

  /** Creates a search without deadlines. */
  public Search(SearchEngine engine) {
    this(engine, () -> Deadline.NEVER);
  }

  /**
   * Creates a search whose questions end, with partial answers, at a deadline.
   *
   * @param deadlines supplies the deadline of a question that starts
   */
  public Search(SearchEngine engine, Supplier<Deadline> deadlines) {
    this.engine = engine;
    this.deadlines = deadlines;
  }

  /**
   * Returns a search whose answers share one deadline and end when the reader leaves.
   *
   * @param gone whether the reader has left and wants no answer any more
   */
  public Search until(BooleanSupplier gone) {
    Deadline one = deadlines.get().or(gone);
    return new Search(engine, () -> one);
  }

  public Answer ask(Question question) {
    Deadline deadline = deadlines.get();
    SearchRequest asked = question.request().by(deadline);
    Answered strict = new Answered(asked, engine.search(asked), List.of());
    Answered answered = strict;
    Optional<DidYouMean> meant = Optional.empty();
    boolean complete = strict.result().complete();
    if (complete) {
      try {
        answered = loosened(strict);
        meant = DidYouMean.of(engine, asked, answered.found(), answered.result().total());
      } catch (OutOfTimeException late) {
        // After the deadline an empty result proves nothing, so nothing is concluded from it.
        answered = strict;
        complete = strict.result().total() > 0;
      }
    }
    SearchRequest request = answered.request();
    SearchResult result = answered.result();
    List<String> passedOver = result.interpretation().ignored();
    List<Warning> warnings = new ArrayList<>();
    if (!complete) {
      warnings.add(new Warning(Warning.Kind.OUT_OF_TIME, ""));
    }
    warnings.addAll(question.warnings());
    Optional<Warning> relaxed = relaxed(request, result);
    relaxed.ifPresent(warnings::add);
    warnings.addAll(warnings(result));
    return new Answer(
        question,
        result,
        complete,
        understood(request.query(), passedOver),
        relaxed,
        warnings,
        answered.withoutFilter(),
        meant,
        result
            .next()
            .map(window -> new Cursor(question.number(), request.query().match(), window).text()));
  }

  /** A result, and the request that gave it. */
  private record Answered(
      SearchRequest request, SearchResult result, List<DroppedFilter> withoutFilter) {

    /** Returns the number of processes that contain all typed words. */
    int found() {
      return request.query().match() == Match.ALL ? result.total() : 0;
    }
  }

  /**
   * Returns the whole answer to a question, relaxed if it has no results.
   *
   * @throws OutOfTimeException if the deadline passes before this is known
   */
  private Answered answered(SearchRequest asked) {
    SearchResult result = engine.search(asked);
    asked.deadline().check();
    return loosened(new Answered(asked, result, List.of()));
  }

  /**
   * Relaxes a question without results. Filters whose removal would give results are reported;
   * otherwise the question is repeated with most of its words, then with any.
   *
   * @throws OutOfTimeException if the deadline passes before this is known
   */
  private Answered loosened(Answered strict) {
    SearchRequest asked = strict.request();
    // A cursor keeps the match mode of the list that it continues.
    boolean goesOn = asked.query().match() != Match.ALL;
    if (strict.result().total() > 0 || goesOn) {
      return strict;
    }
    List<DroppedFilter> dropped = DroppedFilter.of(strict.result());
    boolean isOneWord =
        asked.query().clauses().size() < 2 && strict.result().interpretation().split().isEmpty();
    if (!dropped.isEmpty() || isOneWord) {
      return new Answered(asked, strict.result(), dropped);
    }
    for (Match match : List.of(Match.MOST, Match.ANY)) {
      SearchResult result = engine.search(asked.matching(match));
      asked.deadline().check();
      if (result.total() > 0) {
        return new Answered(asked.matching(match), result, List.of());
      }
    }
    return strict;
  }

  private static Optional<Warning> relaxed(SearchRequest request, SearchResult result) {
    if (!result.interpretation().loosened() || result.total() == 0) {
      return Optional.empty();
    }
    Warning.Kind kind =
        switch (request.query().match()) {
          case ALL -> Warning.Kind.SENTENCE;
          case MOST -> Warning.Kind.MOST_WORDS;
          case ANY -> Warning.Kind.ANY_WORD;
        };
    return Optional.of(new Warning(kind, ""));
  }

  /** Returns warnings about how the words of a question were read. */
  private static List<Warning> warnings(SearchResult result) {
    QueryInterpretation read = result.interpretation();
    List<Warning> warnings = new ArrayList<>();
    add(
        warnings,
        Warning.Kind.RESCUED,
        named(read.rescued(), word -> new MarkedSpellings(result).of(word)),
        "; ");
    add(warnings, Warning.Kind.SYNONYMS, named(read.synonyms(), searched -> searched), "; ");
    add(warnings, Warning.Kind.PASSED_OVER, read.ignored(), ", ");
    add(warnings, Warning.Kind.SPLIT, read.split(), ", ");
    if (read.wordless()) {
      warnings.add(new Warning(Warning.Kind.NO_WORDS, ""));
    }
    add(warnings, Warning.Kind.TOO_MANY_FORMS, read.cut(), ", ");
    add(warnings, Warning.Kind.AS_TYPED, read.asTyped(), ", ");
    return warnings;
  }

  private static List<String> named(List<Substitution> used, UnaryOperator<String> spelling) {
    return used.stream()
        .map(each ->
            each.searched().stream()
                .map(spelling)
                .collect(Collectors.joining(", ", each.typed() + " → ", "")))
        .toList();
  }

  private static void add(
      List<Warning> warnings, Warning.Kind kind, List<String> words, String comma) {
    if (!words.isEmpty()) {
      warnings.add(new Warning(kind, String.join(comma, words)));
    }
  }

  /**
   * Returns all processes that answer a question, whichever part of them it asks for.
   *
   * @throws OutOfTimeException if the deadline passes before it is known which they are
   */
  public WholeResult whole(Question question) {
    Optional<SearchEngine> kept = engine.ofThisCommit();
    try {
      Search within = new Search(kept.orElse(engine), deadlines);
      SearchRequest asked = question.request().showing(new ResultWindow(0, 0)).by(deadlines.get());
      Answered found = within.answered(asked);
      return new WholeResult(within.engine, kept, found.request(), found.result().total());
    } catch (RuntimeException | Error failed) {
      kept.ifPresent(SearchEngine::close);
      throw failed;
    }
  }

  /** Returns an answer that counts all values of trees, all of them in one commit. */
  public Answer overview(Question question) {
    return Overview.of(engine, question, List.of(), deadlines.get()).answer();
  }

  /**
   * Returns an answer that counts all values of trees, and the numbers of processes by amount
   * funded, all of them in one commit.
   *
   * @param funded values of the parameter {@code funded}
   */
  public Overview overview(Question question, List<String> funded) {
    return Overview.of(engine, question, funded, deadlines.get());
  }

  /** Returns a part of the list that answers a question, read as {@link #ask} reads it. */
  public SearchResult part(Question question, ResultWindow window) {
    return answered(question.request().by(deadlines.get()).showing(window)).result();
  }

  /** Returns questions that ask for less than one without results, and find something. */
  public List<SimplerQuestion> simpler(Question question) {
    return SimplerQuestion.of(engine, question, deadlines.get());
  }

  /** Returns those of some typed questions that find something, with their counts. */
  public List<SimplerQuestion> finding(Set<String> typed) {
    return SimplerQuestion.found(engine, typed, deadlines.get());
  }

  /** Returns every value of a facet with its count, the most frequent first. */
  public FacetCounts facet(FacetQuestion question) {
    SearchRequest asked = question.narrowing().request().by(deadlines.get());
    SearchRequest request = answered(asked.showing(new ResultWindow(0, 0))).request();
    return engine.facet(request, question.facet());
  }

  /**
   * Returns the number of processes in each range of a measure, whichever of its ranges the
   * question has selected.
   *
   * @param ranges values of the measure's parameter
   */
  public List<RangeCount> ranges(Question question, Measure measure, List<String> ranges) {
    if (ranges.isEmpty()) {
      return List.of();
    }
    SearchRequest asked = question.request().by(deadlines.get());
    SearchRequest request = answered(asked.showing(new ResultWindow(0, 0))).request();
    List<RangeCount> counts = new ArrayList<>();
    for (String value : ranges) {
      Range range = MeasureFilter.parse(measure, value);
      SearchResult result = engine.search(request.filtered(request.filters().with(measure, range)));
      request.deadline().check();
      counts.add(new RangeCount(value, range, result.total()));
    }
    return List.copyOf(counts);
  }

  /** Empty if there is no process with this id. */
  public Optional<StoredProcess> process(String id) {
    return engine.process(id, deadlines.get());
  }

  /** Returns a process and the pages with words of a question; empty if the id is unknown. */
  public Optional<ProcessMatch> process(String id, HitsQuestion question) {
    return engine.process(id, question.query(), deadlines.get());
  }

  /** Empty if there is no such attachment. */
  public Optional<AttachmentHits> hits(String process, String attachment, HitsQuestion question) {
    return engine.hits(
        new HitsRequest(process, attachment, question.query(), question.pages(), question.order()),
        deadlines.get());
  }

  /** Empty if there is no such page; pages count from 1. */
  public Optional<PageText> page(String process, String attachment, int number) {
    return engine.page(process, attachment, number, deadlines.get());
  }

  /** Returns the number of the first page with a label, empty if there is none. */
  public OptionalInt pageLabelled(String process, String attachment, String label) {
    return engine.pageLabelled(process, attachment, label, deadlines.get());
  }

  /** Returns other processes on the same subject; empty if there is no process with this id. */
  public Optional<List<SimilarProcess>> similar(String id, SimilarQuestion question) {
    return engine
        .similar(id, deadlines.get())
        .map(all -> all.subList(0, Math.min(all.size(), question.size())));
  }

  /** Returns completions of the typed text, each with the count of the search that it starts. */
  public List<Suggested> suggest(SuggestQuestion question) {
    Deadline deadline = deadlines.get();
    List<Suggestion> suggestions = engine.suggest(question.typed(), question.size(), deadline);
    Map<TextQuery, Integer> counts =
        engine.counts(
            suggestions.stream().flatMap(each -> Suggested.asked(each).stream()).toList(),
            deadline);
    return suggestions.stream()
        .map(suggestion -> Suggested.of(suggestion, counts))
        .filter(suggested -> suggested.count() > 0)
        .toList();
  }

  /**
   * Passes every process once, in the order of titles, until the predicate is false.
   *
   * @param wantsMore takes a process and returns whether to continue
   */
  public void eachProcess(Predicate<ProcessHit.Card> wantsMore) {
    Optional<ResultWindow> next = Optional.of(new ResultWindow(0, Question.MAX_SIZE));
    while (next.isPresent()) {
      SearchResult part =
          engine.search(
              new SearchRequest(TextQuery.NONE, Scope.ALL, Map.of(), ListSort.TITLE, next.get()));
      for (ProcessHit hit : part.processes()) {
        if (!wantsMore.test(hit.card())) {
          return;
        }
      }
      next = part.next();
    }
  }

  /**
   * Reports how much of the collection's files can be searched. Of all states, files that cannot be
   * searched in full are listed first.
   */
  public Coverage coverage(CoverageQuestion question) {
    return question.request().states().isEmpty()
        ? CoverageOrder.of(engine, question.request().window(), deadlines.get())
        : engine.coverage(question.request(), deadlines.get());
  }

  /**
   * Passes every file in one of the states to the sink.
   *
   * @param states to list; empty for all
   */
  public void eachFile(Set<AttachmentState> states, Consumer<CoverageFile> sink) {
    engine.eachFile(states, sink);
  }

  public EngineStatus status() {
    return engine.status();
  }

  /** Returns a name of all data that answers depend on; see {@link SearchEngine#version()}. */
  public String version() {
    return engine.version();
  }

  private static String understood(TextQuery query, List<String> passedOver) {
    return WrittenQuery.of(
        query.without(clause -> clause.kind() == Kind.WORD && passedOver.contains(clause.text())));
  }
}
