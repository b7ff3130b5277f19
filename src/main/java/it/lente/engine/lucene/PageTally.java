package it.lente.engine.lucene;

import it.lente.analysis.Occurrences;
import it.lente.engine.Excerpts.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The occurrences on one text of a field: on a page of an attachment, or in an entry of a record.
 *
 * @param text counted through all groups of the layout, from 0
 * @param first the number of the first occurrence that touches the text
 * @param starting how many start in it; 0 if it holds only the end of one
 * @param parts a bit for each part of the question that starts in it
 */
record PageTally(int text, int first, int starting, long parts) {

  /** Most different words, then most occurrences, then the order of the texts. */
  static final Comparator<PageTally> BEST_FIRST =
      Comparator.<PageTally>comparingInt(tally -> Long.bitCount(tally.parts))
          .thenComparingInt(PageTally::starting)
          .reversed()
          .thenComparingInt(PageTally::text);

  /** Every text that an occurrence touches, in order. */
  static List<PageTally> of(Layout layout, Occurrences occurrences) {
    List<PageTally> tallies = new ArrayList<>();
    int i = 0;
    int carried = -1;
    while (i < occurrences.size() || carried >= 0) {
      int text = carried >= 0 ? carried : layout.textAt(occurrences.start(i));
      int first = carried >= 0 ? i - 1 : i;
      long parts = 0;
      int starting = 0;
      while (i < occurrences.size() && occurrences.start(i) < layout.end(text)) {
        parts |= occurrences.parts(i++);
        starting++;
      }
      tallies.add(new PageTally(text, first, starting, parts));
      carried = i > 0 ? continuation(layout, occurrences.end(i - 1), text) : -1;
    }
    return tallies;
  }

  /** The text into which an occurrence runs on from another, -1 if it does not. */
  private static int continuation(Layout layout, int end, int text) {
    return end > layout.end(text) ? layout.textAt(layout.end(text)) : -1;
  }

  /** The occurrences' stretches of this text. */
  List<Span> spans(Layout layout, Occurrences occurrences, WordTable words) {
    List<Span> spans = new ArrayList<>();
    int from = layout.start(text);
    int to = layout.end(text);
    for (int i = first; i < occurrences.size() && occurrences.start(i) < to; i++) {
      int start = Math.max(occurrences.start(i), from) - from;
      int last = Math.min(occurrences.end(i), to) - from - 1;
      spans.add(new Span(words.start(start), words.end(last), occurrences.parts(i)));
    }
    return spans;
  }
}
