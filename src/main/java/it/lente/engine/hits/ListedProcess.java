package it.lente.engine.hits;

import it.lente.analysis.FieldsAt;
import it.lente.analysis.FormPositions;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.FieldExcerpt;
import it.lente.engine.ProcessHit;
import it.lente.engine.ProcessHit.Card;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a process that is read for each process in a list.
 *
 * @param attachments in the record's order
 */
public record ListedProcess(Card card, List<StoredAttachment> attachments) {

  /** Number of attachments of a single process with excerpts: it may have thousands. */
  private static final int EXCERPTED = 100;

  private static final Comparator<AttachmentHit> BY_OCCURRENCES =
      Comparator.comparingInt(
              (AttachmentHit hit) -> -hit.hits().map(PageCounts::occurrences).orElse(0))
          .thenComparing(hit -> hit.stored().attachment().file());

  public static ListedProcess of(StoredProcess stored) {
    return new ListedProcess(Card.of(stored.record()), stored.attachments());
  }

  /** Returns the process without hits, if there is no time left to find them. */
  public ProcessHit bare(float score) {
    return new ProcessHit(card, score, List.of(), each(Optional.empty()));
  }

  /**
   * Returns the process with its hits and excerpts; those attachments first that have most
   * occurrences, equals by path.
   *
   * @param found the positions in each searched field of the process that has any of the forms
   * @param inPages the occurrences in its pages
   */
  public ProcessHit hit(
      float score,
      ProcessTexts texts,
      QueryMatcher matcher,
      Map<String, FormPositions> found,
      Occurrences inPages)
      throws IOException {
    // The record precedes the pages in storage: reading in this order is cheapest.
    List<FieldExcerpt> excerpts = RecordExcerpts.of(texts, matcher, found);
    List<AttachmentHit> hits =
        new ArrayList<>(attachments(texts, matcher, inPages, attachments.size()));
    hits.sort(BY_OCCURRENCES);
    return new ProcessHit(card, score, excerpts, hits);
  }

  /** Returns the record's own texts with occurrences, whole. */
  public static List<FieldExcerpt> fields(
      ProcessTexts texts, QueryMatcher matcher, Map<String, FormPositions> found)
      throws IOException {
    return RecordExcerpts.whole(texts, matcher, found);
  }

  /**
   * Returns the attachments with the pages that have occurrences, in the record's order, the first
   * hundred with excerpts.
   */
  public List<AttachmentHit> counts(
      ProcessTexts texts, QueryMatcher matcher, Map<String, FormPositions> found)
      throws IOException {
    FormPositions pages = found.get(SearchedFields.PAGES);
    Occurrences inPages =
        pages == null ? Occurrences.NONE : matcher.occurrences(pages, FieldsAt.PAGES);
    return attachments(texts, matcher, inPages, EXCERPTED);
  }

  private List<AttachmentHit> attachments(
      ProcessTexts texts, QueryMatcher matcher, Occurrences occurrences, int excerpted)
      throws IOException {
    if (occurrences.size() == 0) {
      return each(matcher.asks() ? Optional.of(PageCounts.NONE) : Optional.empty());
    }
    List<AttachmentHit> hits = new ArrayList<>();
    List<AttachmentOccurrences> all = AttachmentOccurrences.of(texts, occurrences);
    for (int i = 0; i < all.size(); i++) {
      AttachmentOccurrences its = all.get(i);
      hits.add(
          new AttachmentHit(
              attachments.get(i),
              Optional.of(its.counts()),
              i < excerpted ? its.excerpts() : List.of()));
    }
    return hits;
  }

  private List<AttachmentHit> each(Optional<PageCounts> counts) {
    return attachments.stream()
        .map(stored -> new AttachmentHit(stored, counts, List.of()))
        .toList();
  }
}
