package it.lente.record;

import it.lente.record.FieldText.Weight;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one list of the fields to which a question can hold a word: {@code luogo:Vimercate}. Each
 * says which of a process's texts it covers.
 */
public enum QueryField implements Keyed {
  /** No field is named: everything that is searched. */
  ANYWHERE,
  TITLE,
  /** Everything that is searched as the process's own. */
  RECORD,
  ATTACHMENTS,
  PLACE,
  THEME,
  TECHNIQUE,
  HOLDER,
  OBJECTIVES,
  PHASES,
  RESULTS;

  /** The name under {@code query-field.} in the messages, which have the words that people type. */
  @Override
  public String key() {
    return Key.camel(this);
  }

  /**
   * Whether a text of the record belongs to the field.
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

  /** Whether the pages of the attachments belong to the field. */
  public boolean coversPages() {
    return this == ANYWHERE || this == ATTACHMENTS;
  }

  /** Whether it covers some texts of the record only. */
  public boolean isPart() {
    return !covered().isEmpty();
  }

  /** The keys of those texts that it covers by what they are about. */
  private List<String> covered() {
    return switch (this) {
      case ANYWHERE, RECORD, TITLE -> List.of();
      // Of what is indexed with the record, what attachments say beside their pages.
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
