package it.lente.engine.lucene;

import it.lente.record.Facet;
import it.lente.record.FieldText.Weight;
import it.lente.record.Measure;
import it.lente.record.QueryField;
import java.util.Locale;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * The shape of the index. A process is one block: the process's own document, on which everything
 * is searched; behind it one document with the record's texts and the layout of its pages; behind
 * that its pages, up to {@link #PAGES_A_DOCUMENT} a document. The documents behind the first hold
 * values only, no query matches them.
 */
final class Schema {

  /** Changes with the shape of the index and with what the analysis makes of a text. */
  static final String FINGERPRINT = "lente-12";

  /** Key of the fingerprint in the data of a commit. */
  static final String FINGERPRINT_KEY = "schema";

  /** Key of the processes and attachments that are not up to date in the data of a commit. */
  static final String OUTDATED_KEY = "outdated";

  /** On every document of a block: the process's id. */
  static final String BLOCK = "block";

  /** On the process's own document only: its id, as a term and as a value to sort equals by. */
  static final String ID = "id";

  /** The searched text of the attachments. */
  static final String PAGES = "pages";

  /** What a list shows of the process, JSON. */
  static final String CARD = "card";

  /** The whole process, JSON. */
  static final String PROCESS = "process";

  /** What the process was indexed from, for the next run. */
  static final String FINGERPRINT_OF_PROCESS = "fingerprint";

  static final String FIRST_YEAR = "firstYear";
  static final String LAST_YEAR = "lastYear";

  /** The title as people read it. */
  static final String TITLE = "titleText";

  /** The phrases that the record repeats. */
  static final String PHRASES = "phrases";

  /** The title's collation key. */
  static final String TITLE_KEY = "titleKey";

  /** The state and the number of pages of each attachment, see {@link FileStates}. */
  static final String FILE_STATES = "fileStates";

  static final String ATTACHMENT_COUNT = "attachmentCount";
  static final String PAGE_COUNT = "pageCount";

  /** On the second document of a block: where the positions of each page and running line begin. */
  static final String LAYOUT = "layout";

  /** On the second document of a block: labels and shapes of all pages, see {@link PageHeads}. */
  static final String PAGE_HEADS = "pageHeads";

  /** On the documents behind the first: texts with the place of each word. */
  static final String TEXTS = "texts";

  /**
   * On the documents of pages: the boxes of their words, read only for a page that is looked at.
   */
  static final String BOXES = "boxes";

  /**
   * A power of two. Larger documents make each excerpt read more, smaller ones make more documents.
   */
  static final int PAGES_A_DOCUMENT = 16;

  /** Positions left empty between attachments and between entries of a record. */
  static final int GAP = 100;

  /** Words with positions and norms; where they stand in the text is kept with the text. */
  static final FieldType WORDS = words();

  private Schema() {}

  /** The searched field of a part of the record. */
  static String field(Weight weight) {
    return weight.name().toLowerCase(Locale.ROOT);
  }

  /** The searched field that holds those texts of the record that belong to a part of it. */
  static String field(QueryField part) {
    return "in." + part.key();
  }

  static String field(Facet facet) {
    return "facet." + facet.key();
  }

  static String field(Measure measure) {
    return "measure." + measure.key();
  }

  private static FieldType words() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    return type;
  }
}
