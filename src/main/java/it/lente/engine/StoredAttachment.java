package it.lente.engine;

import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.record.Attachment;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.TextSummary;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * An attachment and what became of its text.
 *
 * @param pages how many of its pages are in which state; those that were not read are in none
 */
public record StoredAttachment(
    Attachment attachment, TextSummary summary, Map<PageState, Integer> pages) {

  public StoredAttachment {
    Map<PageState, Integer> ordered = new EnumMap<>(PageState.class);
    ordered.putAll(pages);
    pages = Collections.unmodifiableMap(ordered);
  }

  public static StoredAttachment of(AttachedText attached) {
    Map<PageState, Integer> pages = new EnumMap<>(PageState.class);
    for (PageText page : attached.text().pages()) {
      pages.merge(page.state(), 1, Integer::sum);
    }
    return new StoredAttachment(attached.attachment(), attached.text().summary(), pages);
  }
}
