package it.lente.search;

import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.Deadline;
import it.lente.engine.HitsRequest;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.engine.OutOfTimeException;
import it.lente.engine.PageHits;
import it.lente.engine.ProcessHit;
import it.lente.engine.ResultWindow;
import it.lente.engine.SearchEngine;
import it.lente.engine.SearchRequest;
import it.lente.engine.SearchResult;
import it.lente.engine.StoredProcess;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.function.IOBiConsumer;
import org.apache.commons.io.function.IOConsumer;

/**
 * All processes that answer a question, read part by part, so that their number takes no memory.
 * Closing it gives the commit back from which they are read.
 */
public final class WholeResult implements AutoCloseable {

  /** Number of processes read at once: each part costs a search. */
  private static final int PART = 200;

  /** Number of pages of an attachment read at once. */
  private static final int PAGES = 50;

  private final SearchEngine engine;
  private final Optional<SearchEngine> kept;
  private final SearchRequest request;
  private final int total;

  WholeResult(SearchEngine engine, Optional<SearchEngine> kept, SearchRequest request, int total) {
    this.engine = engine;
    this.kept = kept;
    this.request = request.by(Deadline.NEVER);
    this.total = total;
  }

  /** Returns whether all is read from one commit, so that it agrees with itself. */
  public boolean isOneCommit() {
    return kept.isPresent();
  }

  public int total() {
    return total;
  }

  /** Passes every process in the order of the question. */
  public void each(IOConsumer<ProcessHit> sink) throws IOException {
    Optional<ResultWindow> next = Optional.of(new ResultWindow(0, PART));
    while (next.isPresent()) {
      SearchResult part = engine.search(request.showing(next.get()));
      if (!part.complete()) {
        throw new OutOfTimeException();
      }
      for (ProcessHit hit : part.processes()) {
        sink.accept(hit);
      }
      next = part.next();
    }
  }

  /** Passes every process with its record; one that has gone since it was listed is left out. */
  public void eachRecord(IOBiConsumer<ProcessHit, StoredProcess> sink) throws IOException {
    each(hit -> {
      Optional<StoredProcess> stored = engine.process(hit.card().id(), Deadline.NEVER);
      if (stored.isPresent()) {
        sink.accept(hit, stored.get());
      }
    });
  }

  /**
   * A page on which words of the question occur.
   *
   * @param first number, from 1 in the attachment, of the first occurrence that starts on it
   */
  public record FoundPage(ProcessHit process, AttachmentHit attachment, int first, PageHits page) {}

  /** Passes every page on which an occurrence starts. */
  public void eachPage(IOConsumer<FoundPage> sink) throws IOException {
    each(process -> {
      for (AttachmentHit attachment : process.attachments()) {
        List<PageCount> pages = attachment.hits().orElse(PageCounts.NONE).pages();
        for (int from = 0; from < pages.size(); from += PAGES) {
          pages(
              process, attachment, pages.subList(from, Math.min(from + PAGES, pages.size())), sink);
        }
      }
    });
  }

  private void pages(
      ProcessHit process,
      AttachmentHit attachment,
      List<PageCount> pages,
      IOConsumer<FoundPage> sink)
      throws IOException {
    HitsRequest asked =
        new HitsRequest(
            process.card().id(),
            attachment.stored().attachment().id(),
            request.query(),
            PageRange.between(pages.getFirst().page(), pages.getLast().page()),
            HitsRequest.Order.PAGE);
    int next = 0;
    List<PageHits> found =
        engine.hits(asked, Deadline.NEVER).map(hits -> hits.pages()).orElse(List.of());
    for (PageHits page : found) {
      if (next < pages.size() && page.page() == pages.get(next).page()) {
        sink.accept(new FoundPage(process, attachment, pages.get(next).first(), page));
        next++;
      }
    }
  }

  @Override
  public void close() {
    kept.ifPresent(SearchEngine::close);
  }
}
