package it.lente.source;

import it.lente.record.Reason;

/**
 * Something in the folders that could not be used, or only in part.
 *
 * @param file by its path below the records folder, or, for an attachment, with the name of the
 *     attachments folder in front; the empty string if the reason names several
 * @param line counted from 1, 0 where no line is to blame
 * @param reason what is wrong and what cures it
 */
public record Problem(String file, int line, Reason reason) {}
