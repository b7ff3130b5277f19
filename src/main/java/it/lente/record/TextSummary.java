package it.lente.record;

import java.util.List;

/**
 * What is known of an attachment's text without the text.
 *
 * @param reasons why the state is what it is, none if there is nothing to explain
 * @param pageCount the pages that the file has; those that were read may be fewer
 * @param parts the files inside it, in order; empty where it is no archive and no message
 * @param language of most of the text, an ISO 639-1 code; the empty string if it cannot be told
 */
public record TextSummary(
    AttachmentState state,
    List<Reason> reasons,
    String mediaType,
    TextUnit unit,
    int pageCount,
    List<TextPart> parts,
    String language) {

  public TextSummary {
    reasons = List.copyOf(reasons);
    parts = List.copyOf(parts);
  }

  /** The same file in another state. */
  public TextSummary as(AttachmentState now, List<Reason> why) {
    return new TextSummary(now, why, mediaType, unit, pageCount, parts, language);
  }

  /** The same file, its language told. */
  public TextSummary in(String told) {
    return new TextSummary(state, reasons, mediaType, unit, pageCount, parts, told);
  }

  /** A file whose language is not told. */
  public TextSummary(
      AttachmentState state,
      List<Reason> reasons,
      String mediaType,
      TextUnit unit,
      int pageCount,
      List<TextPart> parts) {
    this(state, reasons, mediaType, unit, pageCount, parts, "");
  }

  /** A file without files inside it, whose language is not told. */
  public TextSummary(
      AttachmentState state, List<Reason> reasons, String mediaType, TextUnit unit, int pageCount) {
    this(state, reasons, mediaType, unit, pageCount, List.of());
  }
}
