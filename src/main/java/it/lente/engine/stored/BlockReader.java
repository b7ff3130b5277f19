package it.lente.engine.stored;

import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.engine.hits.IndexedText;
import it.lente.engine.hits.PageHead;
import it.lente.engine.hits.PositionLayout;
import it.lente.engine.hits.ProcessForms;
import it.lente.engine.hits.ProcessTexts;
import it.lente.record.AttachmentText;
import it.lente.record.DocumentInfo;
import it.lente.record.FieldText.Weight;
import it.lente.record.PageText;
import it.lente.record.WordBoxes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/** Reads the values of one process, which an engine keeps in several documents. */
public final class BlockReader implements ProcessTexts {

  /** The positions of each page and running line; in the second document. */
  public static final String LAYOUT = "layout";

  /** Labels and shapes of all pages, see {@link PageValues}; in the second document. */
  public static final String PAGE_HEADS = "pageHeads";

  /** Texts with the offsets of each word: the record's in the second document, then the pages'. */
  public static final String TEXTS = "texts";

  /** The boxes of words, read only if a page is displayed; in the documents of pages. */
  public static final String BOXES = "boxes";

  private final Values values;
  private final int pagesEach;
  private PositionLayout layout;
  private int pagesPart = -1;
  private TextBlock pages;
  private int boxesPart = -1;
  private BytesRef boxes;
  private List<PageHead> heads;
  private Map<Weight, List<IndexedText>> record;

  /** The values of a process by field and by the distance of their document from the first. */
  @FunctionalInterface
  public interface Values {

    /** Returns a value, valid until the next value of the same field is read. */
    BytesRef of(String field, int document) throws IOException;
  }

  /**
   * Reads a process.
   *
   * @param pagesEach number of pages in a document
   */
  public BlockReader(Values values, int pagesEach) {
    this.values = values;
    this.pagesEach = pagesEach;
  }

  /**
   * Returns the text of an attachment as it was put, with only the title of its information.
   *
   * @param process whose texts these are
   */
  public Optional<AttachmentText> text(StoredProcess process, String attachmentId)
      throws IOException {
    int group = process.indexOf(attachmentId);
    if (group < 0) {
      return Optional.empty();
    }
    List<PageText> pages = new ArrayList<>();
    for (int page : pages(group)) {
      pages.add(wholePage(page));
    }
    StoredAttachment stored = process.attachments().get(group);
    DocumentInfo info =
        new DocumentInfo(
            stored.about().title(),
            "",
            "",
            "",
            List.of(),
            List.of(),
            stored.about().copyingForbidden());
    return Optional.of(new AttachmentText(stored.summary(), pages, info));
  }

  /** Returns a value of the first document. */
  public BytesRef value(String field) throws IOException {
    return values.of(field, 0);
  }

  @Override
  public PositionLayout layout() throws IOException {
    if (layout == null) {
      layout = PageValues.layout(values.of(LAYOUT, 1));
    }
    return layout;
  }

  @Override
  public Map<Weight, List<IndexedText>> recordTexts() throws IOException {
    if (record == null) {
      TextBlock block = TextBlock.decode(values.of(TEXTS, 1));
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
    int part = page / pagesEach;
    if (part != pagesPart) {
      pages = TextBlock.decode(values.of(TEXTS, 2 + part));
      pagesPart = part;
    }
    return pages.text(page % pagesEach);
  }

  @Override
  public PageHead head(int page) throws IOException {
    if (heads == null) {
      heads = PageValues.heads(values.of(PAGE_HEADS, 1));
    }
    return heads.get(page);
  }

  @Override
  public WordBoxes boxes(int page) throws IOException {
    int part = page / pagesEach;
    if (part != boxesPart) {
      boxes = values.of(BOXES, 2 + part);
      boxesPart = part;
    }
    return PageValues.boxes(boxes, page % pagesEach);
  }
}
