package it.lente.engine.lucene;

import it.lente.analysis.FormReader;
import it.lente.record.Facet;
import it.lente.record.FieldText.Weight;
import it.lente.record.Measure;
import it.lente.record.QueryField;
import it.lente.record.RecordField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * The shape of the index. A process is one block: the process's own document, in which everything
 * is searched; then one document with the record's texts and the layout of its pages; then its
 * pages, up to {@link #PAGES_A_DOCUMENT} a document. Only the first document matches queries.
 */
final class Schema {

  /** Number to raise if the index changes shape in a way that {@link #fingerprint} does not see. */
  private static final int EDITION = 13;

  /** Changes with the shape of the index and with the analysis of texts; names its folder. */
  static final String FINGERPRINT = fingerprint(FormReader.fingerprint());

  /** Key of the processes and attachments that are not up to date in the data of a commit. */
  static final String OUTDATED_KEY = "outdated";

  /** On every document of a block: the process's id. */
  static final String BLOCK = "block";

  /** On the process's own document only: its id, as a term and as a value to sort equals by. */
  static final String ID = "id";

  /** The process as lists show it, JSON. */
  static final String CARD = "card";

  /** The whole process, JSON. */
  static final String PROCESS = "process";

  /** Fingerprint of the process's sources, compared by the next run. */
  static final String FINGERPRINT_OF_PROCESS = "fingerprint";

  static final String FIRST_YEAR = "firstYear";
  static final String LAST_YEAR = "lastYear";

  /** When a change was last seen, in seconds since 1970. */
  static final String SEEN = "seen";

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

  /**
   * A power of two. Larger documents make each excerpt read more, smaller ones make more documents.
   */
  static final int PAGES_A_DOCUMENT = 16;

  /** Words with positions and norms; their offsets are stored with the text. */
  static final FieldType WORDS = words();

  private Schema() {}

  /**
   * Returns a text that changes with every list from which the index is made.
   *
   * @param analysis number that changes with the lists of the analysis
   */
  static String fingerprint(int analysis) {
    List<Object> parts = new ArrayList<>(List.of(analysis));
    Stream.of(Facet.values())
        .map(facet -> facet + " " + facet.kind() + facet.field())
        .forEach(parts::add);
    Stream.of(Measure.values()).map(measure -> measure + " " + measure.days()).forEach(parts::add);
    for (RecordField field : RecordField.values()) {
      parts.add(field + " " + field.kind());
      for (QueryField part : QueryField.values()) {
        parts.add(part.covers(field.key(), Weight.RECORD));
      }
    }
    return "lente-" + EDITION + "-" + Integer.toHexString(parts.toString().hashCode());
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
