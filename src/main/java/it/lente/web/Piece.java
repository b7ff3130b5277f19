package it.lente.web;

import it.lente.engine.Excerpt;
import it.lente.engine.Mark;
import it.lente.engine.PageHits.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A stretch of text that is marked or is not: text reaches a page only in such pieces, escaped.
 *
 * @param hit the number of the occurrence within its attachment, 0 where it has none
 * @param first whether the occurrence begins with this piece; others follow where something stands
 *     inside it
 */
record Piece(String text, boolean marked, int hit, boolean first) {

  static List<Piece> of(Excerpt excerpt) {
    return of(
        excerpt.text(), excerpt.marks().stream().map(mark -> new Hit(0, mark, List.of())).toList());
  }

  /** Cuts a text at its occurrences, which come in order and without overlap. */
  static List<Piece> of(String text, List<Hit> hits) {
    List<Piece> pieces = new ArrayList<>();
    Set<Integer> begun = new HashSet<>();
    int at = 0;
    for (Hit hit : hits) {
      Mark mark = hit.mark();
      if (mark.start() > at) {
        pieces.add(unmarked(text.substring(at, mark.start())));
      }
      String words = text.substring(mark.start(), mark.end());
      pieces.add(new Piece(words, true, hit.n(), begun.add(hit.n())));
      at = mark.end();
    }
    if (at < text.length()) {
      pieces.add(unmarked(text.substring(at)));
    }
    return List.copyOf(pieces);
  }

  private static Piece unmarked(String text) {
    return new Piece(text, false, 0, false);
  }
}
