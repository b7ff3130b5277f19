/**
 * Reads documents and slides without fixed pages: docx, pptx, OpenDocument, rich text. Tika enters
 * through the parsers.
 */
package it.lente.extract.reading.office;
