package it.lente.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A part of a record's own text that is searched and used for excerpts.
 *
 * @param field the key of a {@link RecordField}, of a {@link DocumentField} or of the facet of
 *     places or themes, or the label itself if it is unknown
 */
public record FieldText(String field, Weight weight, String text) {

  /** The importance of a word in the text for the process. */
  public enum Weight {
    TITLE,
    /** Values that are facets or could be: places, themes, techniques. */
    LABELS,
    RECORD
  }

  /**
   * Returns all searched texts of a record without attachments: its derived places and themes, then
   * its fields in the order of {@link RecordField}.
   */
  public static List<FieldText> of(ProcessRecord record) {
    List<FieldText> texts = new ArrayList<>();
    addPaths(texts, Facet.PLACE.key(), record.derived().places());
    addPaths(texts, Facet.THEME.key(), record.derived().themes());
    for (Map.Entry<RecordField, FieldValue> entry : record.fields().entrySet()) {
      RecordField field = entry.getKey();
      FieldValue value = entry.getValue();
      if (!value.declaredAbsent() && field.kind() != RecordField.Kind.YES_NO) {
        texts.add(new FieldText(field.key(), weight(field), value.asWritten()));
      }
    }
    for (OtherField other : record.other()) {
      texts.add(new FieldText(other.label(), Weight.RECORD, other.label() + "\n" + other.value()));
    }
    return texts;
  }

  private static void addPaths(List<FieldText> texts, String key, List<TreePath> paths) {
    for (TreePath path : paths) {
      texts.add(new FieldText(key, Weight.LABELS, path.value()));
    }
  }

  private static Weight weight(RecordField field) {
    return switch (field.kind()) {
      case KEYWORDS, VOCABULARY -> Weight.LABELS;
      default -> field == RecordField.TITLE ? Weight.TITLE : Weight.RECORD;
    };
  }
}
