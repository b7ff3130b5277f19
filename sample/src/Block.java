package sample;

import java.util.List;

/** One piece of a report, in the order in which it is read. */
sealed interface Block {

  /**
   * @param level 1 for a chapter, 2 for a section, 3 for a run-in title that no contents list
   */
  record Heading(int level, String text) implements Block {}

  record Paragraph(String text) implements Block {}

  record Item(String text) implements Block {}

  record Quote(String text) implements Block {}

  /** The first row names the columns. */
  record Table(List<List<String>> rows) implements Block {}

  /** The table of contents. */
  record Contents() implements Block {}

  /** What changes how the following blocks are set. */
  enum Turn implements Block {
    PAGE,
    /** The front pages end here, the numbering begins again at 1. */
    BODY,
    ONE_COLUMN,
    TWO_COLUMNS,
    LANDSCAPE,
    PORTRAIT,
    /** One page with printer's marks outside its crop box. */
    CROPPED
  }
}
