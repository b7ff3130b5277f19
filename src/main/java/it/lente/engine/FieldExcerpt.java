package it.lente.engine;

/**
 * An excerpt of a record's own text.
 *
 * @param field as in {@link it.lente.record.FieldText}
 */
public record FieldExcerpt(String field, Excerpt excerpt) {}
