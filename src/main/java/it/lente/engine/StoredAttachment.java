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
 * An attachment, the result of reading it, and a summary of its document information.
 *
 * @param pages number of pages by state; pages that were not read have no state
 */
public record StoredAttachment(
    Attachment attachment, TextSummary summary, Map<PageState, Integer> pages, About about) {

  public StoredAttachment {
    Map<PageState, Integer> ordered = new EnumMap<>(PageState.class);
    ordered.putAll(pages);
    pages = Collections.unmodifiableMap(ordered);
  }

  /**
   * Returns the same attachment, with a reason before its other reasons if it differs from the
   * collection.
   *
   * @param asOf the processes and attachments that differ, by their keys
   */
  public StoredAttachment described(String processId, Map<String, AsOf> asOf) {
    AsOf own = asOf.get(AsOf.key(processId, attachment.file()));
    AsOf why = own == null ? asOf.get(processId) : own;
    return why == null ? this : because(why.reason());
  }

  private StoredAttachment because(Reason first) {
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
   * Summary of the document information.
   *
   * @param title the empty string if it has none
   * @param bookmarks number of outline entries
   * @param comments number of notes
   */
  public record About(String title, int bookmarks, int comments, boolean copyingForbidden) {

    /** Returns whether there is no document information. */
    public boolean saysNothing() {
      return equals(of(DocumentInfo.NONE));
    }

    static About of(DocumentInfo info) {
      return new About(
          info.title(), info.bookmarks().size(), info.comments().size(), info.copyingForbidden());
    }
  }
}
