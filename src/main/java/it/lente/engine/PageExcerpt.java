package it.lente.engine;

/**
 * An excerpt of an attachment.
 *
 * @param page from 1
 * @param hit the number of the occurrence that it marks first, within the attachment, from 1
 */
public record PageExcerpt(int page, int hit, Excerpt excerpt) {}
