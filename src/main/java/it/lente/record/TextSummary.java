package it.lente.record;

import java.util.List;

/**
 * The facts about an attachment's text without the text.
 *
 * @param reasons why the state is what it is, empty if there is nothing to explain
 * @param pageCount number of pages in the file; fewer may have been read
 * @param parts the files inside it, in order; empty if it is neither archive nor message
 * @param language of most of the text, an ISO 639-1 code; the empty string if not known
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

  /** Returns the same file in another state. */
  public TextSummary as(AttachmentState now, List<Reason> why) {
    return new TextSummary(now, why, mediaType, unit, pageCount, parts, language);
  }

  /** Returns the same file with a language. */
  public TextSummary in(String told) {
    return new TextSummary(state, reasons, mediaType, unit, pageCount, parts, told);
  }

  /** Creates the summary of a file without language. */
  public TextSummary(
      AttachmentState state,
      List<Reason> reasons,
      String mediaType,
      TextUnit unit,
      int pageCount,
      List<TextPart> parts) {
    this(state, reasons, mediaType, unit, pageCount, parts, "");
  }

  /** Creates the summary of a file without language and without files inside it. */
  public TextSummary(
      AttachmentState state, List<Reason> reasons, String mediaType, TextUnit unit, int pageCount) {
    this(state, reasons, mediaType, unit, pageCount, List.of());
  }
}
