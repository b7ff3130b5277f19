package it.lente.engine;

/**
 * A file of the collection and the result of reading it.
 *
 * @param title of its process
 */
public record CoverageFile(String processId, String title, StoredAttachment stored) {}
