package it.lente.engine;

/**
 * How many processes have a value.
 *
 * @param selected whether the question chose it
 */
public record FacetCount(String value, int count, boolean selected) {}
