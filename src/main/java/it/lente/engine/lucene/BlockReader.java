package it.lente.engine.lucene;

import it.lente.engine.Deadline;
import it.lente.engine.hits.IndexedText;
import it.lente.engine.hits.PageHead;
import it.lente.engine.hits.PositionLayout;
import it.lente.engine.hits.ProcessForms;
import it.lente.engine.hits.ProcessTexts;
import it.lente.record.FieldText.Weight;
import it.lente.record.WordBoxes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/**
 * Reads the values of one process's block, whose documents are found by their distance from the
 * first. Byte values are valid until the same values are used to read another block.
 */
final class BlockReader implements ProcessTexts {

  private final BlockValues values;
  private final int first;
  private PositionLayout layout;
  private int pagesPart = -1;
  private TextBlock pages;
  private int boxesPart = -1;
  private BytesRef boxes;
  private List<PageHead> heads;
  private Map<Weight, List<IndexedText>> record;

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

  @Override
  public PositionLayout layout() throws IOException {
    if (layout == null) {
      layout = PageValues.layout(values.of(Schema.LAYOUT, first + 1));
    }
    return layout;
  }

  @Override
  public Map<Weight, List<IndexedText>> recordTexts() throws IOException {
    if (record == null) {
      TextBlock block = TextBlock.decode(values.of(Schema.TEXTS, first + 1));
      // Reading the record overwrote the bytes of the last pages.
      pagesPart = -1;
      record = new EnumMap<>(Weight.class);
      for (Weight weight : ProcessForms.WEIGHTS) {
        record.put(weight, new ArrayList<>());
      }
      for (int i = 0; i < block.size(); i++) {
        IndexedText text = block.text(i);
        record.get(ProcessForms.WEIGHTS.get(text.page().number())).add(text);
      }
    }
    return record;
  }

  @Override
  public IndexedText page(int page) throws IOException {
    int part = page / Schema.PAGES_A_DOCUMENT;
    if (part != pagesPart) {
      pages = TextBlock.decode(values.of(Schema.TEXTS, first + 2 + part));
      pagesPart = part;
    }
    return pages.text(page % Schema.PAGES_A_DOCUMENT);
  }

  @Override
  public PageHead head(int page) throws IOException {
    if (heads == null) {
      heads = PageValues.heads(values.of(Schema.PAGE_HEADS, first + 1));
    }
    return heads.get(page);
  }

  @Override
  public WordBoxes boxes(int page) throws IOException {
    int part = page / Schema.PAGES_A_DOCUMENT;
    if (part != boxesPart) {
      boxes = values.of(Schema.BOXES, first + 2 + part);
      boxesPart = part;
    }
    return PageValues.boxes(boxes, page % Schema.PAGES_A_DOCUMENT);
  }
}
