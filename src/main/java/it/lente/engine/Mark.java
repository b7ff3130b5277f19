package it.lente.engine;

/**
 * A stretch of text that answers the question: offsets in UTF-16 units in the text it comes with.
 *
 * @param end exclusive
 */
public record Mark(int start, int end) {}
