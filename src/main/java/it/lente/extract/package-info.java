/**
 * Attachments become text, page by page: a file in, an {@link it.lente.record.AttachmentText} out,
 * whatever the file is like. The only room that knows Tika and PDFBox. Keeps the texts it made in a
 * folder of its own, by content.
 */
package it.lente.extract;
