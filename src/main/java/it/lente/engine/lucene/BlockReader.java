package it.lente.engine.lucene;

import it.lente.engine.Deadline;
import it.lente.record.PageText;
import it.lente.record.WordBoxes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/**
 * Reads the values of one process's block, whose documents are found by their distance from the
 * first. Byte values are valid until the same values are used to read another block.
 */
final class BlockReader {

  private final BlockValues values;
  private final int first;
  private PositionLayout layout;
  private int pagesPart = -1;
  private TextBlock pages;
  private int boxesPart = -1;
  private BytesRef boxes;
  private List<PageHeads.Head> heads;

  /**
   * Reads the block of a process.
   *
   * @param document its first document, a number in the whole index
   * @param deadline after which nothing is read
   */
  BlockReader(IndexReader reader, int document, Deadline deadline) {
    this(new BlockValues(reader, deadline), document);
  }

  /**
   * Reads the block of a process.
   *
   * @param document its first document, a number in the whole index
   */
  BlockReader(BlockValues values, int document) {
    this.values = values;
    this.first = document;
  }

  BytesRef value(String field) throws IOException {
    return values.of(field, first);
  }

  PositionLayout layout() throws IOException {
    if (layout == null) {
      layout = PositionLayout.decode(values.of(Schema.LAYOUT, first + 1));
    }
    return layout;
  }

  /** Returns the record's texts with their word tables. */
  List<TextBlock.Entry> recordTexts() throws IOException {
    TextBlock block = TextBlock.decode(values.of(Schema.TEXTS, first + 1));
    // Reading the record overwrote the bytes of the last pages.
    pagesPart = -1;
    List<TextBlock.Entry> entries = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      entries.add(block.entry(i));
    }
    return entries;
  }

  /**
   * Returns a page with its word table.
   *
   * @param page counted through all attachments, from 0
   */
  TextBlock.Entry page(int page) throws IOException {
    int part = page / Schema.PAGES_A_DOCUMENT;
    if (part != pagesPart) {
      pages = TextBlock.decode(values.of(Schema.TEXTS, first + 2 + part));
      pagesPart = part;
    }
    return pages.entry(page % Schema.PAGES_A_DOCUMENT);
  }

  /**
   * Returns a page's label and shape.
   *
   * @param page counted through all attachments, from 0
   */
  PageHeads.Head head(int page) throws IOException {
    if (heads == null) {
      heads = PageHeads.decode(values.of(Schema.PAGE_HEADS, first + 1));
    }
    return heads.get(page);
  }

  /**
   * Returns the boxes of a page's words.
   *
   * @param page counted through all attachments, from 0
   */
  WordBoxes boxes(int page) throws IOException {
    int part = page / Schema.PAGES_A_DOCUMENT;
    if (part != boxesPart) {
      boxes = values.of(Schema.BOXES, first + 2 + part);
      boxesPart = part;
    }
    return BoxBlock.read(boxes, page % Schema.PAGES_A_DOCUMENT);
  }

  /**
   * Returns a page as it was put, with its boxes.
   *
   * @param page counted through all attachments, from 0
   */
  PageText wholePage(int page) throws IOException {
    return page(page).page().withBoxes(boxes(page));
  }
}
