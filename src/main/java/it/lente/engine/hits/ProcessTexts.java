package it.lente.engine.hits;

import it.lente.record.FieldText.Weight;
import it.lente.record.PageText;
import it.lente.record.WordBoxes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The stored texts of one process: all that hits and excerpts ask of an engine's storage. Pages are
 * counted through all attachments, from 0. Not safe for use by several threads.
 */
public interface ProcessTexts {

  /** Returns the positions of the pages in their field; a group is an attachment. */
  PositionLayout layout() throws IOException;

  /** Returns the record's texts by their weight, in the order of their positions. */
  Map<Weight, List<IndexedText>> recordTexts() throws IOException;

  IndexedText page(int page) throws IOException;

  /** Returns a page's label and shape, which costs less than its text. */
  PageHead head(int page) throws IOException;

  WordBoxes boxes(int page) throws IOException;

  /** Returns a page as it was put, with its boxes. */
  default PageText wholePage(int page) throws IOException {
    return page(page).page().withBoxes(boxes(page));
  }

  /**
   * Returns a page of an attachment as it was put.
   *
   * @param attachment its place among all, -1 if there is none
   * @param number counted from 1
   */
  default Optional<PageText> numbered(int attachment, int number) throws IOException {
    int[] pages = pages(attachment);
    return number < 1 || number > pages.length
        ? Optional.empty()
        : Optional.of(wholePage(pages[number - 1]));
  }

  /**
   * Returns the number, counted from 1, of the page of an attachment that has a label.
   *
   * @param attachment its place among all, -1 if there is none
   */
  default OptionalInt labelled(int attachment, String label) throws IOException {
    int number = 0;
    for (int page : pages(attachment)) {
      number++;
      if (head(page).label().equalsIgnoreCase(label)) {
        return OptionalInt.of(number);
      }
    }
    return OptionalInt.empty();
  }

  /** Returns the pages of an attachment in order; none for the place -1. */
  default int[] pages(int attachment) throws IOException {
    if (attachment < 0) {
      return new int[0];
    }
    return IntStream.range(layout().firstText(attachment), layout().firstText(attachment + 1))
        .toArray();
  }
}
