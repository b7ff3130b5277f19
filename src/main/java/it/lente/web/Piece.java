package it.lente.web;

import it.lente.engine.Excerpt;
import it.lente.engine.Mark;
import it.lente.engine.PageHits.Hit;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of text that is marked or is not: text reaches a page only in such pieces, escaped.
 *
 * @param hit the number of the occurrence within its attachment, 0 where it has none
 */
record Piece(String text, boolean marked, int hit) {

  static List<Piece> of(Excerpt excerpt) {
    return of(
        excerpt.text(), excerpt.marks().stream().map(mark -> new Hit(0, mark, List.of())).toList());
  }

  /** Cuts a text at its occurrences, which come in order and without overlap. */
  static List<Piece> of(String text, List<Hit> hits) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Hit hit : hits) {
      Mark mark = hit.mark();
      if (mark.start() > at) {
        pieces.add(new Piece(text.substring(at, mark.start()), false, 0));
      }
      pieces.add(new Piece(text.substring(mark.start(), mark.end()), true, hit.n()));
      at = mark.end();
    }
    if (at < text.length()) {
      pieces.add(new Piece(text.substring(at), false, 0));
    }
    return List.copyOf(pieces);
  }
}
