package it.lente.record;

import java.util.List;

/**
 * A file inside an attachment: a member of an archive or a file sent with a message.
 *
 * @param name its path inside the attachment, separated by slashes
 * @param reasons why the state is what it is, empty if there is nothing to explain
 * @param first the number of its first unit within the attachment, from 1; 0 if it has none
 * @param count number of its units
 */
public record TextPart(
    String name,
    AttachmentState state,
    List<Reason> reasons,
    String mediaType,
    TextUnit unit,
    int first,
    int count) {}
