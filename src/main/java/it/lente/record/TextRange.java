package it.lente.record;

/**
 * A range of a text, with offsets in UTF-16 units.
 *
 * @param end exclusive
 */
public record TextRange(int start, int end) {}
