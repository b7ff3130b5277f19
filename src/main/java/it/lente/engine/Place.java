package it.lente.engine;

/**
 * A place in a list of processes: right behind the one that has these keys, whether it is still
 * there or not. What is behind it does not change with what else is added or taken away.
 *
 * @param first the number by which the list's order sorts first: a year, a day since 1970, the bits
 *     of a score; 0 where it sorts by titles
 * @param second the number by which it sorts next, 0 if there is none
 * @param title the title where the order sorts by it, the empty string elsewhere
 * @param id by which equals are ordered
 */
public record Place(long first, long second, String title, String id) {}
