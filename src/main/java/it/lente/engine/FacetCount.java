package it.lente.engine;

/**
 * Number of processes that have a facet value.
 *
 * @param selected whether the question selects the value
 */
public record FacetCount(String value, int count, boolean selected) {}
