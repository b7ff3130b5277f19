package it.lente.web;

import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.ProcessHit;
import it.lente.engine.ResultWindow;
import it.lente.engine.SearchResult;
import it.lente.search.Question;
import it.lente.search.RequestParameters;
import it.lente.search.Search;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way back to the list that a reader comes from, and on to its other results.
 *
 * @param back the address of the list, at the result
 * @param position «3 di 12», the empty string if the list has changed meanwhile
 * @param previous the address of the result before, the empty string if there is none
 * @param document the address of the next document's first occurrence, the empty string if none is
 *     near
 * @param documentTitle the title of that document
 */
record ListTrail(
    String back,
    String position,
    String previous,
    String next,
    String document,
    String documentTitle) {

  private static final String NO_WORDS = "*";

  /** Number of results after this one in which the next document is sought. */
  private static final int AHEAD = 5;

  /** Returns the trail of a page, empty if the reader does not come from a list. */
  static Optional<ListTrail> of(
      Search search, RequestContext visit, String process, String attachment) {
    String at = visit.here().value(Address.AT);
    if (!at.matches("[1-9][0-9]{0,4}") || Integer.parseInt(at) > Question.MAX_DEPTH) {
      return Optional.empty();
    }
    Address list = list(visit);
    Question question = Question.lenient(new RequestParameters(list.parameters()));
    int first = Math.max(1, Integer.parseInt(at) - 1);
    SearchResult part = search.part(question, new ResultWindow(first - 1, AHEAD + 2));
    List<ProcessHit> hits = part.processes();
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).card().id().equals(process)) {
        return Optional.of(at(i, first, part, list, question.size(), visit, attachment));
      }
    }
    return Optional.of(
        new ListTrail(back(list, Integer.parseInt(at), question.size()), "", "", "", "", ""));
  }

  private static ListTrail at(
      int index,
      int first,
      SearchResult part,
      Address list,
      int size,
      RequestContext visit,
      String attachment) {
    List<ProcessHit> hits = part.processes();
    int at = first + index;
    NextDocument document = document(index, hits, attachment);
    return new ListTrail(
        back(list, at, size),
        visit.messages().get("walk.position", at, part.total()),
        index == 0 ? "" : record(list, hits.get(index - 1), at - 1),
        index + 1 == hits.size() ? "" : record(list, hits.get(index + 1), at + 1),
        document == null ? "" : page(list, hits.get(document.index()), document, first),
        document == null ? "" : document.hit().stored().attachment().title());
  }

  private record NextDocument(int index, AttachmentHit hit) {}

  /** Returns the next attachment with occurrences, in this process or one of those after it. */
  private static NextDocument document(int index, List<ProcessHit> hits, String attachment) {
    for (int i = index; i < hits.size(); i++) {
      boolean passed = i > index || attachment.isEmpty();
      for (AttachmentHit hit : hits.get(i).attachments()) {
        if (passed && hit.hits().map(PageCounts::occurrences).orElse(0) > 0) {
          return new NextDocument(i, hit);
        }
        passed = passed || hit.stored().attachment().id().equals(attachment);
      }
    }
    return null;
  }

  private static String back(Address list, int at, int size) {
    return list.with("page", (at - 1) / size + 1).place("result-" + at);
  }

  private static String record(Address list, ProcessHit hit, int at) {
    return list.under(Address.process(hit.card().id()).path()).with(Address.AT, at).toString();
  }

  private static String page(Address list, ProcessHit process, NextDocument found, int first) {
    int page = found.hit().hits().orElseThrow().pages().getFirst().page();
    String id = found.hit().stored().attachment().id();
    return list.under(Address.page(process.card().id(), id, page).path())
        .with(Address.AT, first + found.index())
        .place("hit-1");
  }

  /** Returns the address of the list, with its own words. */
  private static Address list(RequestContext visit) {
    Address here = visit.asking(Address.of(""));
    String words = here.value(Address.LIST);
    Address list = here.without(Address.AT).without(Address.LIST);
    return words.isEmpty() ? list : list.with("q", words.equals(NO_WORDS) ? "" : words);
  }

  /** Returns the fields that keep the list while other words are sought in a document. */
  static List<HiddenField> fields(RequestContext visit) {
    Address here = visit.asking(Address.of(""));
    boolean first = !here.value(Address.AT).isEmpty() && here.value(Address.LIST).isEmpty();
    Address kept =
        first ? here.with(Address.LIST, visit.q().isEmpty() ? NO_WORDS : visit.q()) : here;
    return HiddenField.of(kept, Set.of("q"));
  }
}
