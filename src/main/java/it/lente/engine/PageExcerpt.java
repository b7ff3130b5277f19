package it.lente.engine;

/**
 * An excerpt of an attachment.
 *
 * @param page from 1
 * @param hit number, from 1 in the attachment, of the first occurrence that it marks
 */
public record PageExcerpt(int page, int hit, Excerpt excerpt) {}
