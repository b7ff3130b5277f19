package it.lente.web;

import it.lente.engine.FieldExcerpt;
import it.lente.engine.ListSort;
import it.lente.engine.ProcessHit;
import it.lente.engine.Scope;
import it.lente.messages.Messages;
import it.lente.record.Facet;
import it.lente.record.Keyed;
import it.lente.record.Measure;
import it.lente.search.Answer;
import it.lente.search.DroppedFilter;
import it.lente.search.Question;
import it.lente.search.SimplerQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The list of processes that match a question.
 *
 * @param list the address of its first page
 * @param simpler questions that find something, if this one does not
 */
record ResultsView(
    PageLayout frame,
    Answer answer,
    Address list,
    List<Chip> chips,
    List<FacetView> facets,
    List<Card> cards,
    Pager pager,
    List<SimplerQuestion> simpler) {

  /** Number of attachments of a process that are shown open. */
  private static final int OPEN_ATTACHMENTS = 2;

  record Option(String value, String label, boolean selected) {}

  /** An active filter and the address without it, null if the page has no room for it. */
  record Chip(String facet, String label, String removal) {}

  /** A change of the question that would give results, and its address. */
  record Offer(String text, String address) {}

  /**
   * A process in the list.
   *
   * @param at its position in the list, from 1
   */
  record Card(
      int at,
      ProcessHit.Card process,
      String address,
      Summary facts,
      List<Captioned> excerpts,
      List<AttachmentView> open,
      List<AttachmentView> more,
      String rest,
      String unlisted) {

    String title() {
      return process.title();
    }
  }

  record Captioned(String caption, List<TextSpan> pieces) {}

  static ResultsView of(Answer answer, RequestContext visit, List<SimplerQuestion> simpler) {
    Messages messages = visit.messages();
    Address list = visit.here().without("page");
    String q = answer.question().request().query().text();
    String title =
        q.isEmpty() ? messages.get("results.title") : messages.get("results.title.for", q);
    PageLayout frame = PageLayout.of(visit, title);
    return new ResultsView(
        list.isBare() ? frame : frame.notIndexed(),
        answer,
        list,
        chips(answer.question(), list, messages),
        FacetView.all(answer, visit, FacetView.SHOWN),
        cards(answer, visit),
        Pager.of(answer, visit.here()),
        simpler);
  }

  String q() {
    return answer.question().request().query().text();
  }

  /** Returns the address without any filter. */
  String clear() {
    return stillList(list.withoutFilters()).toString();
  }

  /** Returns the ids of the processes chosen to be compared. */
  List<String> compared() {
    return list.values(Address.COMPARED);
  }

  /** Returns those that are not on this page. */
  List<String> comparedElsewhere() {
    List<String> shown = cards.stream().map(card -> card.process().id()).toList();
    return compared().stream().filter(id -> !shown.contains(id)).toList();
  }

  /** Returns the address of the charts of this list. */
  String statistics() {
    return list.without("sort")
        .without("size")
        .without(Address.COMPARED)
        .under("/statistics")
        .toString();
  }

  /** Returns the address of the list of all processes. */
  String everything() {
    return stillList(frame.visit().to(Address.of(""))).toString();
  }

  /** Returns the filters, those first that can narrow the list. */
  FilterPanel filters() {
    return FilterPanel.of(facets, answer);
  }

  /** Returns messages about how the question was read. */
  List<String> notes() {
    return notes(answer, chips, frame);
  }

  static List<String> notes(Answer answer, List<Chip> chips, PageLayout frame) {
    List<String> notes = new ArrayList<>(frame.visit().notes());
    answer.warnings().forEach(warning -> notes.add(ListJson.text(warning, frame.messages())));
    if (chips.stream().anyMatch(chip -> chip.removal() == null)) {
      notes.add(frame.messages().get("note.links"));
    }
    return notes;
  }

  /** Returns «12 processi trovati», marked as a lower bound if it may be incomplete. */
  String count() {
    boolean all = q().isEmpty() && answer.question().chosen().isEmpty();
    String key =
        answer.isOutOfTime() ? "late" : !answer.complete() ? "least" : all ? "all" : "count";
    return frame.messages().get("results." + key, answer.result().total());
  }

  List<Download> downloads() {
    return Download.of(list, frame.messages());
  }

  Download feed() {
    return Download.feed(list, frame.messages());
  }

  /** Returns whether a word or filter restricts the list. */
  boolean narrowed() {
    return !q().isEmpty() || !chips.isEmpty();
  }

  /**
   * Lists the orders. Without words the newest come first by default; that order is not kept when
   * words are added later.
   */
  List<Option> sorts() {
    boolean wordless = q().isEmpty();
    ListSort chosen = answer.question().request().sort();
    ListSort shown = wordless && chosen == ListSort.RELEVANCE ? ListSort.NEWEST : chosen;
    return Stream.of(ListSort.values())
        .filter(sort -> !wordless || sort != ListSort.RELEVANCE)
        .map(sort ->
            new Option(
                wordless && sort == ListSort.NEWEST ? ListSort.RELEVANCE.key() : sort.key(),
                frame.messages().get("sort." + sort.key()),
                sort == shown))
        .toList();
  }

  static List<Chip> chips(Question question, Address list, Messages messages) {
    List<Chip> chips = new ArrayList<>();
    boolean removable = RequestContext.isRepeatable(list, question.chosen().count());
    for (Facet facet : Facet.values()) {
      for (String value : question.chosen().of(facet)) {
        chips.add(
            new Chip(
                messages.get("facet." + facet.key()),
                FacetView.dashedIfYear(facet, messages.label(facet, value)),
                removable ? stillList(list.without(facet.key(), value)).toString() : null));
      }
    }
    for (Measure measure : Measure.values()) {
      question
          .chosen()
          .of(measure)
          .forEach((given, range) ->
              chips.add(
                  new Chip(
                      messages.get("measure." + measure.key()),
                      MeasureView.range(measure, range, messages),
                      removable
                          ? stillList(list.without(measure.key(), given)).toString()
                          : null)));
    }
    return List.copyOf(chips);
  }

  /** Returns, if nothing matches, changes of the question that would give results. */
  List<Offer> offers() {
    return Stream.concat(
            answer.withoutFilter().stream().map(this::offer), simpler.stream().map(this::offer))
        .toList();
  }

  private boolean isEverywhere() {
    return chips.isEmpty() && answer.question().request().scope() == Scope.ALL;
  }

  private Offer offer(SimplerQuestion less) {
    return new Offer(
        frame
            .messages()
            .get(isEverywhere() ? "nothing.words" : "nothing.simpler", less.q(), less.total()),
        frame.visit().to(Address.of("")).with("q", less.q()).toString());
  }

  private Offer offer(DroppedFilter dropped) {
    String kind =
        Keyed.find(Facet.values(), dropped.parameter()).isPresent() ? "facet." : "measure.";
    Messages messages = frame.messages();
    return new Offer(
        messages.get("nothing.without", messages.get(kind + dropped.parameter()), dropped.total()),
        list.without(dropped.parameter()).toString());
  }

  /** Returns the address of a list; the bare address is that of the home page. */
  static Address stillList(Address list) {
    return list.isBare() && list.path().equals("/")
        ? list.with("sort", ListSort.NEWEST.key())
        : list;
  }

  private static List<Card> cards(Answer answer, RequestContext visit) {
    List<Card> cards = new ArrayList<>();
    boolean keepsList = visit.keepsList();
    int at = answer.question().request().window().offset();
    for (ListShare share : ListShare.of(answer.result().processes(), visit.asked())) {
      at++;
      cards.add(card(share, at, keepsList ? visit.at(at) : visit));
    }
    return List.copyOf(cards);
  }

  private static Card card(ListShare share, int at, RequestContext visit) {
    ProcessHit hit = share.hit();
    String id = hit.card().id();
    List<AttachmentView> attachments =
        share.attachments().stream().map(each -> AttachmentView.of(each, id, visit)).toList();
    int open = Math.min(OPEN_ATTACHMENTS, attachments.size());
    return new Card(
        at,
        hit.card(),
        visit.below(Address.process(id)) + visit.asked(),
        Summary.of(hit.card().status(), hit.card().derived(), visit.messages()),
        hit.excerpts().stream().map(found -> captioned(found, visit.messages())).toList(),
        attachments.subList(0, open),
        attachments.subList(open, attachments.size()),
        rest(attachments.subList(open, attachments.size()), visit.messages()),
        share.unlisted() == 0
            ? ""
            : visit.messages().get("attachments.unlisted", share.unlisted()));
  }

  /** Returns «Altri 3 allegati con 9 occorrenze · 2 senza». */
  private static String rest(List<AttachmentView> more, Messages messages) {
    int without = (int) more.stream().filter(each -> !each.found()).count();
    if (without == more.size()) {
      return messages.get("attachments.more", without);
    }
    int occurrences = more.stream().mapToInt(AttachmentView::occurrences).sum();
    String with = messages.get("attachments.more.found", more.size() - without, occurrences);
    return without == 0 ? with : with + " · " + messages.get("attachments.more.without", without);
  }

  private static Captioned captioned(FieldExcerpt found, Messages messages) {
    String caption = messages.get("excerpt.found") + ": " + messages.field(found.field());
    return new Captioned(caption, TextSpan.of(found.excerpt()));
  }
}
