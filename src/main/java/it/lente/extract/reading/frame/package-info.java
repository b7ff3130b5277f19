/**
 * What every parser needs: the {@link it.lente.extract.reading.frame.ParsedFile} in which it leaves
 * pages, sections and the files inside, the limits of unpacking, and the rules for text of every
 * format. Knows no format.
 */
package it.lente.extract.reading.frame;
