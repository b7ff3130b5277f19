package it.lente.engine;

/**
 * A range of text that matches the question, in UTF-16 units of the text it belongs to.
 *
 * @param end exclusive
 */
public record Mark(int start, int end) {}
