package it.lente.engine;

import it.lente.record.Attachment;
import it.lente.record.DocumentInfo;
import it.lente.record.TextSummary;

/** An attachment, what became of its text, and what it says about itself in short. */
public record StoredAttachment(Attachment attachment, TextSummary summary, About about) {

  /** An attachment that says nothing about itself. */
  public StoredAttachment(Attachment attachment, TextSummary summary) {
    this(attachment, summary, About.of(DocumentInfo.NONE));
  }

  /**
   * What a document says about itself, in short.
   *
   * @param title the empty string if it has none
   * @param bookmarks how many entries its outline has
   * @param comments how many notes it has
   */
  public record About(String title, int bookmarks, int comments, boolean copyingForbidden) {

    static About of(DocumentInfo info) {
      return new About(
          info.title(), info.bookmarks().size(), info.comments().size(), info.copyingForbidden());
    }
  }
}
