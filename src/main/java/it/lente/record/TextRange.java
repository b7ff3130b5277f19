package it.lente.record;

/**
 * A stretch of a text, offsets in UTF-16 units.
 *
 * @param end exclusive
 */
public record TextRange(int start, int end) {}
