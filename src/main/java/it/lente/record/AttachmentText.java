package it.lente.record;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of an attachment.
 *
 * @param pages in order, numbered from 1 without a gap; empty if nothing could be read
 * @param info texts of the document besides its pages
 */
public record AttachmentText(TextSummary summary, List<PageText> pages, DocumentInfo info) {

  public AttachmentText {
    pages = List.copyOf(pages);
  }

  public AttachmentText(TextSummary summary, List<PageText> pages) {
    this(summary, pages, DocumentInfo.NONE);
  }

  /** Returns a file without text, with reasons. */
  public static AttachmentText unread(
      AttachmentState state, List<Reason> reasons, String mediaType) {
    return new AttachmentText(
        new TextSummary(state, reasons, mediaType, TextUnit.SECTION, 0), List.of());
  }

  /** Returns a file without text, with one reason. */
  public static AttachmentText unread(AttachmentState state, Reason reason, String mediaType) {
    return unread(state, List.of(reason), mediaType);
  }

  /** Returns the same text with one more reason for its state. */
  public AttachmentText because(Reason more) {
    List<Reason> all = new ArrayList<>(summary.reasons());
    all.add(more);
    return new AttachmentText(summary.as(summary.state(), all), pages, info);
  }

  /** Returns the same text with a language: an ISO 639-1 code, or the empty string. */
  public AttachmentText in(String language) {
    return new AttachmentText(summary.in(language), pages, info);
  }
}
