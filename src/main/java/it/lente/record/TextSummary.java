package it.lente.record;

/**
 * What is known of an attachment's text without the text.
 *
 * @param reason why the state is what it is, the empty string if there is nothing to explain
 * @param pageCount the pages that the file has; those that were read may be fewer
 */
public record TextSummary(
    AttachmentState state, String reason, String mediaType, TextUnit unit, int pageCount) {}
