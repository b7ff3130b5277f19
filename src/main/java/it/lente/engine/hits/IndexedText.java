package it.lente.engine.hits;

import it.lente.record.PageText;
import it.lente.record.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with its word table.
 *
 * @param page a page without boxes, or a text of the record, whose label is its field
 */
public record IndexedText(PageText page, WordTable words) {

  /**
   * Returns the ranges of text that some words cover, in order; running lines split a range.
   *
   * @param first index of the first word in the table
   * @param end exclusive
   */
  List<TextRange> pieces(int first, int end) {
    List<TextRange> pieces = new ArrayList<>();
    int start = words.start(first);
    for (int word = first + 1; word < end; word++) {
      if (isSplit(words.end(word - 1), words.start(word))) {
        pieces.add(new TextRange(start, words.end(word - 1)));
        start = words.start(word);
      }
    }
    pieces.add(new TextRange(start, words.end(end - 1)));
    return pieces;
  }

  private boolean isSplit(int end, int start) {
    for (TextRange line : page.repeated()) {
      if (line.start() >= end && line.end() <= start) {
        return true;
      }
    }
    return false;
  }
}
