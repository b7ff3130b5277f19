package it.lente.engine.hits;

import it.lente.analysis.Occurrences;
import it.lente.record.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The occurrences on one text of a field: on a page of an attachment, or in an entry of a record.
 *
 * @param text counted through all groups of the layout, from 0
 * @param starting number that start in it; 0 if it contains only the end of one
 * @param parts one bit for each query part that starts in it
 * @param touched stretches with occurrences: its body and its own running lines
 */
record PageOccurrences(int text, int starting, long parts, List<Touched> touched) {

  /**
   * A stretch with occurrences.
   *
   * @param first number of the first occurrence that touches it
   * @param end one more than the number of the last
   */
  record Touched(int stretch, int first, int end) {}

  /**
   * An occurrence, or a piece of one on a text.
   *
   * @param occurrence its number in the field, from 0
   * @param start offset, UTF-16 units
   * @param end exclusive
   * @param parts one bit for each query part that the occurrence matches
   */
  record Found(int occurrence, int start, int end, long parts) {}

  /** Most different words, then most occurrences, then the order of the texts. */
  static final Comparator<PageOccurrences> BEST_FIRST =
      Comparator.<PageOccurrences>comparingInt(tally -> Long.bitCount(tally.parts))
          .thenComparingInt(PageOccurrences::starting)
          .reversed()
          .thenComparingInt(PageOccurrences::text);

  /** Returns every text that an occurrence touches, in order. */
  static List<PageOccurrences> of(PositionLayout layout, Occurrences occurrences) {
    List<PageOccurrences> tallies = new ArrayList<>();
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
      tallies.add(
          new PageOccurrences(text, starting, parts, List.of(new Touched(stretch, first, i))));
      carried = i > 0 ? continuation(layout, occurrences.end(i - 1), stretch) : -1;
    }
    return ordered ? tallies : joined(tallies);
  }

  /** Returns the stretch into which an occurrence continues from another, -1 if none. */
  private static int continuation(PositionLayout layout, int end, int stretch) {
    return end > layout.end(stretch) ? layout.stretchAt(layout.end(stretch)) : -1;
  }

  /** Joins a page's body and the running lines that first occur on it. */
  private static List<PageOccurrences> joined(List<PageOccurrences> tallies) {
    List<PageOccurrences> pages = new ArrayList<>();
    for (PageOccurrences tally :
        tallies.stream().sorted(Comparator.comparingInt(PageOccurrences::text)).toList()) {
      if (!pages.isEmpty() && pages.getLast().text == tally.text) {
        pages.add(pages.removeLast().and(tally));
      } else {
        pages.add(tally);
      }
    }
    return pages;
  }

  private PageOccurrences and(PageOccurrences other) {
    List<Touched> both = new ArrayList<>(touched);
    both.addAll(other.touched);
    return new PageOccurrences(text, starting + other.starting, parts | other.parts, both);
  }

  /** Returns the first occurrence that touches the text, in the order of the field. */
  int first() {
    return touched.getFirst().first();
  }

  /** Returns one more than the number of the last occurrence that touches the text. */
  int end() {
    return touched.getLast().end();
  }

  /** Returns whether the order of occurrences in the field may differ from that in the text. */
  boolean isSplit() {
    return touched.size() > 1;
  }

  /**
   * Returns the offsets of the occurrences in this text, in order and without overlap. An
   * occurrence split by a running line has several pieces, as the line may be an occurrence itself.
   */
  List<Found> found(PositionLayout layout, Occurrences occurrences, IndexedText entry) {
    List<Found> found = new ArrayList<>();
    for (Touched each : touched) {
      int from = layout.start(each.stretch());
      int to = layout.end(each.stretch());
      int shift = layout.firstWord(each.stretch()) - from;
      for (int i = each.first(); i < each.end(); i++) {
        int first = Math.max(occurrences.start(i), from) + shift;
        int end = Math.min(occurrences.end(i), to) + shift;
        for (TextRange piece : entry.pieces(first, end)) {
          found.add(new Found(i, piece.start(), piece.end(), occurrences.parts(i)));
        }
      }
    }
    if (isSplit()) {
      found.sort(Comparator.comparingInt(Found::start));
    }
    return found;
  }
}
