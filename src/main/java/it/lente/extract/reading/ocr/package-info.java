/**
 * Reads pictures: as pages by themselves ({@link it.lente.extract.reading.ocr.PictureParser}), and
 * the words on any rendered page ({@link it.lente.extract.reading.ocr.TesseractRecognizer}).
 */
package it.lente.extract.reading.ocr;
