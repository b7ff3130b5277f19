package it.lente.analysis;

import it.lente.record.QueryField;

/** To which fields the positions of a text belong. */
@FunctionalInterface
public interface FieldsAt {

  /** The pages of attachments. */
  FieldsAt PAGES = (position, field) -> field.coversPages();

  /** Whether what stands at a position belongs to a field. */
  boolean belongs(int position, QueryField field);
}
