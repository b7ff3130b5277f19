package it.lente.engine;

import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.record.Attachment;
import it.lente.record.DocumentInfo;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.TextSummary;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An attachment, what became of its text, and what it says about itself in short.
 *
 * @param pages how many of its pages are in which state; those that were not read are in none
 */
public record StoredAttachment(
    Attachment attachment, TextSummary summary, Map<PageState, Integer> pages, About about) {

  public StoredAttachment {
    Map<PageState, Integer> ordered = new EnumMap<>(PageState.class);
    ordered.putAll(pages);
    pages = Collections.unmodifiableMap(ordered);
  }

  /** An attachment that says nothing about itself. */
  public StoredAttachment(
      Attachment attachment, TextSummary summary, Map<PageState, Integer> pages) {
    this(attachment, summary, pages, About.of(DocumentInfo.NONE));
  }

  /** The same attachment with a reason before those that it has. */
  public StoredAttachment because(Reason first) {
    List<Reason> all = Reason.before(first, summary.reasons());
    return new StoredAttachment(attachment, summary.as(summary.state(), all), pages, about);
  }

  public static StoredAttachment of(AttachedText attached) {
    Map<PageState, Integer> pages = new EnumMap<>(PageState.class);
    for (PageText page : attached.text().pages()) {
      pages.merge(page.state(), 1, Integer::sum);
    }
    return new StoredAttachment(
        attached.attachment(), attached.text().summary(), pages, About.of(attached.text().info()));
  }

  /**
   * What a document says about itself, in short.
   *
   * @param title the empty string if it has none
   * @param bookmarks how many entries its outline has
   * @param comments how many notes it has
   */
  public record About(String title, int bookmarks, int comments, boolean copyingForbidden) {

    /** Whether there is nothing to tell. */
    public boolean saysNothing() {
      return equals(of(DocumentInfo.NONE));
    }

    static About of(DocumentInfo info) {
      return new About(
          info.title(), info.bookmarks().size(), info.comments().size(), info.copyingForbidden());
    }
  }
}
