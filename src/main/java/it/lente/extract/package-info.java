/**
 * Extracts the text of attachments, page by page, from any file into an {@link
 * it.lente.record.AttachmentText}. Stores the texts by content hash in a folder of its own. Worker
 * processes open the files with {@link it.lente.extract.reading}, on which this package does not
 * depend.
 */
package it.lente.extract;
