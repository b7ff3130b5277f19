package it.lente.engine;

/**
 * An excerpt of an attachment.
 *
 * @param page from 1
 */
public record PageExcerpt(int page, Excerpt excerpt) {}
