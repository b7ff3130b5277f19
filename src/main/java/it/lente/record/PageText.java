package it.lente.record;

/**
 * The text of one page, or of one part of a file that has no pages.
 *
 * @param number from 1, the place in the file
 * @param label the page's own name («VII»), the empty string if it has none
 */
public record PageText(int number, String label, String text, PageShape shape) {}
