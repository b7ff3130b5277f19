package it.lente.search;

import it.lente.engine.Filters.Range;

/**
 * The number of processes with a measure within a range.
 *
 * @param value the parameter's value that names the range
 */
public record RangeCount(String value, Range range, int count) {}
