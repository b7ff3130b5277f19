package it.lente.engine;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.record.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every engine must do when the time is over. */
public interface DeadlineContract extends EngineContract {

  @Test
  default void a_question_that_runs_out_of_time_answers_with_what_it_has() {
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
    return Deadline.NEVER.or(() -> clock.getAndIncrement() >= looks);
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
  default void whenever_the_time_is_over_a_call_gives_its_whole_answer_or_says_so() {
    givenProcesses(ofEveryKind(10));
    SearchEngine engine = engine();
    SearchRequest list = request("parco piazza", ListSort.RELEVANCE, new ResultWindow(0, 5));
    HitsRequest hits =
        new HitsRequest("p1", "a.pdf", query("parco"), PageRange.FIRST_FIFTY, Order.PAGE);
    CoverageRequest files = new CoverageRequest(Set.of(), new ResultWindow(0, 5));
    Map<String, Function<Deadline, Object>> calls = new TreeMap<>();
    calls.put("facet", end -> engine.facet(list.by(end), Facet.YEAR));
    calls.put("process", end -> engine.process("p1", end));
    calls.put("process with words", end -> engine.process("p1", query("parco"), end));
    calls.put("hits", end -> engine.hits(hits, end));
    calls.put("page", end -> engine.page("p1", "a.pdf", 1, end));
    calls.put("pageLabelled", end -> engine.pageLabelled("p1", "a.pdf", "iv", end));
    calls.put("suggest", end -> engine.suggest("tit", 5, end));
    calls.put("corrected", end -> engine.corrected(query("parko"), end));
    calls.put("similar", end -> engine.similar("p1", end));
    calls.put("count", end -> engine.counts(List.of(query("parco viale")), end));
    calls.put("coverage", end -> engine.coverage(files, end));
    calls.forEach(DeadlineContract::assertWholeOrNone);
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
  default void a_list_says_whether_it_is_the_whole() {
    givenProcesses(ofEveryKind(10));
    SearchRequest request = request("parco", ListSort.RELEVANCE, new ResultWindow(0, 5));
    assertThat(engine().search(request).complete()).isTrue();
    SearchResult none = engine().search(request.by(Deadline.NEVER.or(() -> true)));
    assertThat(none.complete()).isFalse();
    assertThat(none.processes()).isEmpty();
    assertThat(none.facets()).containsOnlyKeys(Facet.values());
  }

  @Test
  default void open_words_are_closed_until_the_time_is_over() {
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
}
