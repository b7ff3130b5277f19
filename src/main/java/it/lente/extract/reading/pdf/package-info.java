/**
 * Reads PDFs page by page: glyphs become words with boxes, words become lines, columns and text.
 * Tika enters through {@link it.lente.extract.reading.pdf.PdfPageParser}.
 */
package it.lente.extract.reading.pdf;
