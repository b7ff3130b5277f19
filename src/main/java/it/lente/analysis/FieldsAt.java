package it.lente.analysis;

import it.lente.record.QueryField;

/** Assigns the positions of a text to fields. */
@FunctionalInterface
public interface FieldsAt {

  /** The pages of attachments. */
  FieldsAt PAGES = (position, field) -> field.coversPages();

  /** Returns whether the form at a position belongs to a field. */
  boolean belongs(int position, QueryField field);
}
