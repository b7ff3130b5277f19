package it.lente.record;

import java.util.ArrayList;
import java.util.List;

/**
 * What was read of an attachment.
 *
 * @param pages in order, numbered from 1 without a gap; empty where nothing could be read
 * @param info what the document says beside its pages
 */
public record AttachmentText(TextSummary summary, List<PageText> pages, DocumentInfo info) {

  public AttachmentText {
    pages = List.copyOf(pages);
  }

  /** A document that says nothing about itself. */
  public AttachmentText(TextSummary summary, List<PageText> pages) {
    this(summary, pages, DocumentInfo.NONE);
  }

  /** A file of which nothing could be read, and why. */
  public static AttachmentText unread(
      AttachmentState state, List<Reason> reasons, String mediaType) {
    return new AttachmentText(
        new TextSummary(state, reasons, mediaType, TextUnit.SECTION, 0), List.of());
  }

  /** A file of which nothing could be read, for one reason. */
  public static AttachmentText unread(AttachmentState state, Reason reason, String mediaType) {
    return unread(state, List.of(reason), mediaType);
  }

  /** The same text with a reason more why its state is what it is. */
  public AttachmentText because(Reason more) {
    List<Reason> all = new ArrayList<>(summary.reasons());
    all.add(more);
    return new AttachmentText(summary.as(summary.state(), all), pages, info);
  }

  /** The same text, its language told: an ISO 639-1 code, or the empty string. */
  public AttachmentText in(String language) {
    return new AttachmentText(summary.in(language), pages, info);
  }
}
