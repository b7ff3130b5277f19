package it.lente.engine.hits;

import it.lente.record.PageShape;

/** Label and shape of a page, without its text. */
public record PageHead(String label, PageShape shape) {}
