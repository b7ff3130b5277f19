package it.lente.engine;

/**
 * A file of the collection and what became of it.
 *
 * @param title of its process
 */
public record CoverageFile(String processId, String title, StoredAttachment stored) {}
