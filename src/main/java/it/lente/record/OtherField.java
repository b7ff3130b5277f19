package it.lente.record;

/**
 * A label that Lente does not know with its text, which is kept, searched and shown.
 *
 * @param value may be empty
 */
public record OtherField(String label, String value) {}
