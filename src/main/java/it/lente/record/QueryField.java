package it.lente.record;

import it.lente.record.FieldText.Weight;
import java.util.List;
import java.util.stream.Stream;

/**
 * The only list of the fields to which a question can restrict a word: {@code luogo:Vimercate}.
 * Each covers some of a process's texts.
 */
public enum QueryField implements Keyed {
  /** The default without a field: every searched text. */
  ANYWHERE,
  TITLE,
  /** The searched texts of the process itself. */
  RECORD,
  ATTACHMENTS,
  PLACE,
  THEME,
  TECHNIQUE,
  HOLDER,
  OBJECTIVES,
  PHASES,
  RESULTS;

  /** Returns the key of its messages after {@code query-field.}; they contain the words to type. */
  @Override
  public String key() {
    return Key.camel(this);
  }

  /**
   * Returns whether a text of the record belongs to the field.
   *
   * @param key as in {@link FieldText#field()}
   */
  public boolean covers(String key, Weight weight) {
    return switch (this) {
      case ANYWHERE, RECORD -> true;
      case TITLE -> weight == Weight.TITLE;
      default -> covered().contains(key);
    };
  }

  /** Returns whether the pages of the attachments belong to the field. */
  public boolean coversPages() {
    return this == ANYWHERE || this == ATTACHMENTS;
  }

  /** Returns whether the field covers only some texts of the record. */
  public boolean isPart() {
    return !covered().isEmpty();
  }

  /** Returns the keys of the texts that the field covers by their subject. */
  private List<String> covered() {
    return switch (this) {
      case ANYWHERE, RECORD, TITLE -> List.of();
      // Texts of attachments besides their pages are indexed with the record.
      case ATTACHMENTS -> Stream.of(DocumentField.values()).map(DocumentField::key).toList();
      case PLACE ->
          List.of(
              Facet.PLACE.key(),
              RecordField.ADDRESS.key(),
              RecordField.REGION.key(),
              RecordField.PROVINCE.key(),
              RecordField.UNION.key(),
              RecordField.MUNICIPALITY.key(),
              RecordField.DISTRICT.key());
      case THEME -> List.of(Facet.THEME.key(), RecordField.SCOPE.key(), RecordField.TOPIC.key());
      case TECHNIQUE -> List.of(RecordField.TECHNIQUES.key());
      case HOLDER -> List.of(RecordField.DECISION_HOLDERS.key());
      case OBJECTIVES -> List.of(RecordField.OBJECTIVES.key());
      case PHASES -> List.of(RecordField.PHASES.key());
      case RESULTS -> List.of(RecordField.RESULTS.key());
    };
  }
}
