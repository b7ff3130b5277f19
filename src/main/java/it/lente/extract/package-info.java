/**
 * Attachments become text, page by page: a file in, an {@link it.lente.record.AttachmentText} out,
 * whatever the file is like. Keeps the texts it made in a folder of its own, by content. What opens
 * a file is {@link it.lente.extract.reading}, which this room does not know: it runs elsewhere.
 */
package it.lente.extract;
