package it.lente.engine.lucene;

import it.lente.analysis.Occurrences;
import it.lente.engine.Excerpts.Span;
import it.lente.record.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The occurrences on one text of a field: on a page of an attachment, or in an entry of a record.
 *
 * @param text counted through all groups of the layout, from 0
 * @param starting how many start in it; 0 if it holds only the end of one
 * @param parts a bit for each part of the question that starts in it
 * @param touched its stretches that hold occurrences: its body, running lines that it is the first
 *     to bear
 */
record PageTally(int text, int starting, long parts, List<Touched> touched) {

  /**
   * A stretch with occurrences.
   *
   * @param first the number of the first occurrence that touches it
   * @param behind the number behind the last
   */
  record Touched(int stretch, int first, int behind) {}

  /** Where an occurrence, or a piece of it on this text, stands. */
  record Found(int occurrence, Span span) {}

  /** Most different words, then most occurrences, then the order of the texts. */
  static final Comparator<PageTally> BEST_FIRST =
      Comparator.<PageTally>comparingInt(tally -> Long.bitCount(tally.parts))
          .thenComparingInt(PageTally::starting)
          .reversed()
          .thenComparingInt(PageTally::text);

  /** Every text that an occurrence touches, in order. */
  static List<PageTally> of(Layout layout, Occurrences occurrences) {
    List<PageTally> tallies = new ArrayList<>();
    boolean ordered = true;
    int i = 0;
    int carried = -1;
    while (i < occurrences.size() || carried >= 0) {
      int stretch = carried >= 0 ? carried : layout.stretchAt(occurrences.start(i));
      int first = carried >= 0 ? i - 1 : i;
      long parts = 0;
      int starting = 0;
      while (i < occurrences.size() && occurrences.start(i) < layout.end(stretch)) {
        parts |= occurrences.parts(i++);
        starting++;
      }
      int text = layout.text(stretch);
      ordered &= tallies.isEmpty() || tallies.getLast().text < text;
      tallies.add(new PageTally(text, starting, parts, List.of(new Touched(stretch, first, i))));
      carried = i > 0 ? continuation(layout, occurrences.end(i - 1), stretch) : -1;
    }
    return ordered ? tallies : joined(tallies);
  }

  /** The stretch into which an occurrence runs on from another, -1 if it does not. */
  private static int continuation(Layout layout, int end, int stretch) {
    return end > layout.end(stretch) ? layout.stretchAt(layout.end(stretch)) : -1;
  }

  /** What a page alone says and what it is the first to repeat are one page. */
  private static List<PageTally> joined(List<PageTally> tallies) {
    List<PageTally> pages = new ArrayList<>();
    for (PageTally tally :
        tallies.stream().sorted(Comparator.comparingInt(PageTally::text)).toList()) {
      if (!pages.isEmpty() && pages.getLast().text == tally.text) {
        pages.add(pages.removeLast().and(tally));
      } else {
        pages.add(tally);
      }
    }
    return pages;
  }

  private PageTally and(PageTally other) {
    List<Touched> both = new ArrayList<>(touched);
    both.addAll(other.touched);
    return new PageTally(text, starting + other.starting, parts | other.parts, both);
  }

  /** The number of the first occurrence that touches the text, in the order of the field. */
  int first() {
    return touched.getFirst().first();
  }

  /** The number behind the last of them. */
  int behind() {
    return touched.getLast().behind();
  }

  /** Whether the order of its occurrences in the field may not be that in the text. */
  boolean isParted() {
    return touched.size() > 1;
  }

  List<Span> spans(Layout layout, Occurrences occurrences, TextBlock.Entry entry) {
    return found(layout, occurrences, entry).stream().map(Found::span).toList();
  }

  /**
   * Where in this text the occurrences stand, in order and without overlap. One that a running line
   * parts stands in several pieces: the line may be an occurrence of its own.
   */
  List<Found> found(Layout layout, Occurrences occurrences, TextBlock.Entry entry) {
    List<Found> found = new ArrayList<>();
    for (Touched each : touched) {
      int from = layout.start(each.stretch());
      int to = layout.end(each.stretch());
      int shift = layout.firstWord(each.stretch()) - from;
      for (int i = each.first(); i < each.behind(); i++) {
        int first = Math.max(occurrences.start(i), from) + shift;
        int behind = Math.min(occurrences.end(i), to) + shift;
        for (TextRange piece : entry.pieces(first, behind)) {
          found.add(new Found(i, new Span(piece.start(), piece.end(), occurrences.parts(i))));
        }
      }
    }
    if (isParted()) {
      found.sort(Comparator.comparingInt(each -> each.span().start()));
    }
    return found;
  }
}
