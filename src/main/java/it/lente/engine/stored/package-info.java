/**
 * What engines store of a process besides its words, as bytes: the card of lists, the whole
 * process, texts with their word tables, positions of pages, boxes. An engine chooses where each
 * value is kept and passes it to a {@link it.lente.engine.stored.BlockReader}.
 */
package it.lente.engine.stored;
