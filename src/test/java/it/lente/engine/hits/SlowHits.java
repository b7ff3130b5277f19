package it.lente.engine.hits;

import it.lente.analysis.FieldsAt;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.TextPositions;
import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.AttachmentHits;
import it.lente.engine.Excerpt;
import it.lente.engine.HitsRequest;
import it.lente.engine.IndexedProcess;
import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.engine.Mark;
import it.lente.engine.PageExcerpt;
import it.lente.engine.PageHits;
import it.lente.engine.Scope;
import it.lente.engine.StoredAttachment;
import it.lente.engine.hits.PageOccurrences.Found;
import it.lente.record.PageText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the occurrences in the pages of one attachment by reading every page for each of them. */
public final class SlowHits {

  private final List<PageText> pages;
  private final TextPositions positions = new TextPositions();
  private final List<Run> runs;
  private final QueryMatcher matcher;
  private final Occurrences found;

  private SlowHits(AttachedText attached, QueryMatcher matcher) {
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
    Excerpts.Chosen chosen = Excerpts.best(pages.get(page).text(), found(page));
    int number = found(page).get(chosen.first()).occurrence();
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
        Mark mark = new Mark(each.start(), each.end());
        hits.add(
            new PageHits.Hit(
                numbered.indexOf(each.occurrence()) + 1,
                mark,
                pages.get(page).boxes().around(mark.start(), mark.end())));
      }
      excerpts.add(Excerpts.best(pages.get(page).text(), found(page)).excerpt());
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
        if (!numbered.contains(each.occurrence())) {
          numbered.add(each.occurrence());
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

  private List<Found> found(int page) {
    List<Found> on = new ArrayList<>();
    for (Run run : runs) {
      for (int i = 0; run.page() == page && i < found.size(); i++) {
        int start = Math.max(found.start(i), run.from());
        int end = Math.min(found.end(i), run.to());
        if (start < end) {
          for (int[] piece : pieces(pages.get(page), start, end)) {
            on.add(new Found(i, piece[0], piece[1], found.parts(i)));
          }
        }
      }
    }
    on.sort(Comparator.comparingInt(each -> each.start()));
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

  /** What a list shows of the attachments of a process. */
  public static List<AttachmentHit> attachments(
      IndexedProcess process, QueryMatcher matcher, Scope scope) {
    List<AttachmentHit> attachments = new ArrayList<>();
    for (AttachedText attached : process.attachments()) {
      SlowHits pages = new SlowHits(attached, matcher);
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
        Comparator.<AttachmentHit>comparingInt(a -> a.hits().orElse(PageCounts.NONE).occurrences())
            .reversed()
            .thenComparing(hit -> hit.stored().attachment().file()));
    return attachments;
  }

  /** All occurrences in one attachment. */
  public static AttachmentHits hits(
      AttachedText attached, HitsRequest request, QueryMatcher matcher) {
    SlowHits pages = new SlowHits(attached, matcher);
    return new AttachmentHits(
        StoredAttachment.of(attached), pages.found.size(), pages.together(), pages.hits(request));
  }

  /** Adds what is searched of an attachment, and tells to which page each part of it belongs. */
  public static List<Run> read(AttachedText attached, TextPositions positions) {
    List<PageText> pages = attached.text().pages();
    List<Run> runs = new ArrayList<>();
    for (int page = 0; page < pages.size(); page++) {
      PageText text = pages.get(page);
      int from = positions.next();
      positions.add(text.text(), start -> RepeatedText.isBody(text, start));
      runs.add(new Run(page, from, positions.next()));
    }
    for (RepeatedText.Stretch stretch : RepeatedText.of(pages)) {
      positions.gap(PositionLayout.GAP);
      int from = positions.next();
      positions.add(pages.get(stretch.page()).text(), stretch::contains);
      runs.add(new Run(stretch.page(), from, positions.next()));
    }
    return runs;
  }

  /** Positions that belong to a page. */
  public record Run(int page, int from, int to) {

    boolean holds(int position) {
      return position >= from && position < to;
    }
  }
}
