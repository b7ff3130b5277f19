package it.lente.engine;

/**
 * A position in a list of processes: just after the process with these keys, even if that process
 * no longer exists. Additions and deletions elsewhere do not change what follows.
 *
 * @param first the primary sort number: a score, a year or a day since 1970; 0 for titles
 * @param second the secondary sort number, 0 if there is none
 * @param title the title if the list is sorted by title, otherwise the empty string
 * @param id orders equals
 */
public record ListPosition(double first, long second, String title, String id) {}
