package it.lente.record;

import java.util.List;

/**
 * A file inside an attachment: a member of an archive, a file sent with a message.
 *
 * @param name its path inside the attachment, parted by slashes
 * @param reasons why the state is what it is, none if there is nothing to explain
 * @param first the attachment's unit with which it begins, from 1; 0 if it has none
 * @param count how many of the attachment's units are its
 */
public record TextPart(
    String name,
    AttachmentState state,
    List<Reason> reasons,
    String mediaType,
    TextUnit unit,
    int first,
    int count) {}
