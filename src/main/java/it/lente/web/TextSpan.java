package it.lente.web;

import it.lente.engine.Excerpt;
import it.lente.engine.Mark;
import it.lente.engine.PageHits.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of a text that is marked or not. Pages show text only in such parts, escaped.
 *
 * @param hit the number of the occurrence within its attachment, 0 if it has none
 * @param first true for the first part of an occurrence, which may be split
 */
record TextSpan(String text, boolean marked, int hit, boolean first) {

  /** Splits an excerpt at its marks. */
  static List<TextSpan> of(Excerpt excerpt) {
    Cut cut = new Cut(excerpt.text());
    excerpt.marks().forEach(mark -> cut.marked(mark, 0, true));
    return cut.pieces();
  }

  /** Splits a text at its occurrences, which are in order and do not overlap. */
  static List<TextSpan> of(String text, List<Hit> hits) {
    Cut cut = new Cut(text);
    Set<Integer> begun = new HashSet<>();
    hits.forEach(hit -> cut.marked(hit.mark(), hit.n(), begun.add(hit.n())));
    return cut.pieces();
  }

  /** A text that is split from its beginning to its end. */
  private static final class Cut {

    private final String text;
    private final List<TextSpan> pieces = new ArrayList<>();
    private int at;

    Cut(String text) {
      this.text = text;
    }

    void marked(Mark mark, int hit, boolean first) {
      unmarkedUntil(mark.start());
      pieces.add(new TextSpan(text.substring(mark.start(), mark.end()), true, hit, first));
      at = mark.end();
    }

    private void unmarkedUntil(int end) {
      if (end > at) {
        pieces.add(new TextSpan(text.substring(at, end), false, 0, false));
      }
    }

    List<TextSpan> pieces() {
      unmarkedUntil(text.length());
      return List.copyOf(pieces);
    }
  }
}
