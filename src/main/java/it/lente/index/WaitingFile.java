package it.lente.index;

/**
 * A file with pictures that have not been recognised.
 *
 * @param path below the folder of attachments
 * @param sha256 of its bytes when it was indexed
 */
public record WaitingFile(String path, String sha256) {}
