/** Stores the texts of attachments by content hash in a folder of its own. */
package it.lente.extract.texts;
