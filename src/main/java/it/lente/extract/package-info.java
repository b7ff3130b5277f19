/**
 * Extracts the text of attachments, page by page, from any file into an {@link
 * it.lente.record.AttachmentText}: from the store of texts ({@link it.lente.extract.texts}), or
 * through a worker process ({@link it.lente.extract.workers}).
 */
package it.lente.extract;
