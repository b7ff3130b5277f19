package it.lente.record;

import java.util.List;

/**
 * What was read of an attachment.
 *
 * @param pages in order, numbered from 1 without a gap; empty where nothing could be read
 */
public record AttachmentText(TextSummary summary, List<PageText> pages) {

  public AttachmentText {
    pages = List.copyOf(pages);
  }

  /** A file of which nothing could be read, and why. */
  public static AttachmentText unread(AttachmentState state, String reason, String mediaType) {
    return new AttachmentText(
        new TextSummary(state, reason, mediaType, TextUnit.SECTION, 0), List.of());
  }
}
