package it.lente.record;

import java.util.List;

/**
 * The text of one page, or of one part of a file that has no pages.
 *
 * @param number from 1, the position in the file
 * @param label the page's own name («VII»), the empty string if it has none
 * @param boxes the positions of its words on the page
 * @param repeated ranges of the text that many pages of the document repeat: running heads and
 *     feet, page numbers, stamps; in order, without overlap
 */
public record PageText(
    int number,
    String label,
    String text,
    PageShape shape,
    WordBoxes boxes,
    List<TextRange> repeated,
    PageState state) {

  public PageText {
    repeated = List.copyOf(repeated);
  }

  /** Creates a page with its text only. */
  public PageText(int number, String label, String text, PageShape shape) {
    this(
        number,
        label,
        text,
        shape,
        WordBoxes.NONE,
        List.of(),
        text.isBlank() ? PageState.EMPTY : PageState.TEXT);
  }

  public PageText withBoxes(WordBoxes found) {
    return new PageText(number, label, text, shape, found, repeated, state);
  }

  public PageText withRepeated(List<TextRange> ranges) {
    return new PageText(number, label, text, shape, boxes, ranges, state);
  }

  public PageText withState(PageState now) {
    return new PageText(number, label, text, shape, boxes, repeated, now);
  }
}
