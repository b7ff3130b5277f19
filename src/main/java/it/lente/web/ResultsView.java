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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The list of processes that match a question.
 *
 * @param size number of processes shown, the empty string for the default
 * @param count «12 processi trovati», with «in tutto» if nothing filters the list
 * @param late true if time ran out before anything was found
 * @param notes messages about how the question was read
 * @param meant a question that finds more, if this one finds little or nothing
 * @param offers if nothing matches, the filters whose removal would give results
 * @param clear the address without any filter
 * @param everything the address of the list of all processes
 */
record ResultsView(
    PageLayout frame,
    String q,
    List<Option> scopes,
    List<Option> sorts,
    String size,
    String count,
    boolean late,
    List<String> notes,
    Optional<Meant> meant,
    List<Chip> chips,
    String clear,
    String everything,
    List<FacetView> facets,
    List<MeasureView> measures,
    List<Card> cards,
    List<Offer> offers,
    Pager pager) {

  /** Number of attachments of a process that are shown open. */
  private static final int OPEN_ATTACHMENTS = 2;

  record Option(String value, String label, boolean selected) {}

  /** An active filter and the address without it, null if the page has no room for it. */
  record Chip(String facet, String label, String removal) {}

  /** The suggestion «Forse cercavi» and its address. */
  record Meant(String q, String count, String address) {}

  /** A change of the question that would give results, and its address. */
  record Offer(String text, String address) {}

  record Card(
      String title,
      String address,
      Summary facts,
      List<Captioned> excerpts,
      List<AttachmentView> open,
      List<AttachmentView> more,
      String unlisted) {}

  record Captioned(String caption, List<TextSpan> pieces) {}

  static ResultsView of(Answer answer, RequestContext visit) {
    Question question = answer.question();
    Messages messages = visit.messages();
    Address list = visit.here().without("page");
    String q = question.request().query().text();
    String title =
        q.isEmpty() ? messages.get("results.title") : messages.get("results.title.for", q);
    PageLayout frame = PageLayout.of(visit, title);
    List<Chip> chips = chips(question, list, messages);
    boolean plain = list.parameters().keySet().stream().allMatch(name -> name.equals("lang"));
    return new ResultsView(
        plain ? frame : frame.notIndexed(),
        q,
        scopes(question.request().scope(), messages),
        sorts(question.request().sort(), q.isEmpty(), messages),
        list.value("size"),
        count(answer, messages),
        answer.isOutOfTime(),
        notes(answer, chips, visit),
        answer
            .didYouMean()
            .map(meant ->
                new Meant(
                    meant.q(),
                    messages.get("results.count", meant.total()),
                    list.with("q", meant.q()).toString())),
        chips,
        stillList(list.withoutFilters()).toString(),
        stillList(visit.to(Address.of(""))).toString(),
        FacetView.all(answer, visit, FacetView.SHOWN),
        MeasureView.all(question.chosen()),
        ListShare.of(answer.result().processes(), visit.asked()).stream()
            .map(share -> card(share, visit))
            .toList(),
        answer.withoutFilter().stream().map(each -> offer(each, list, messages)).toList(),
        Pager.of(answer, visit.here()));
  }

  private static List<String> notes(Answer answer, List<Chip> chips, RequestContext visit) {
    List<String> notes = new ArrayList<>(visit.notes());
    answer.warnings().forEach(warning -> notes.add(ListJson.text(warning, visit.messages())));
    if (chips.stream().anyMatch(chip -> chip.removal() == null)) {
      notes.add(visit.messages().get("note.links"));
    }
    return List.copyOf(notes);
  }

  /** Returns the number of results, marked as a lower bound if it may be incomplete. */
  private static String count(Answer answer, Messages messages) {
    Question question = answer.question();
    boolean all = question.request().query().text().isEmpty() && question.chosen().isEmpty();
    String key =
        answer.isOutOfTime() ? "late" : !answer.complete() ? "least" : all ? "all" : "count";
    return messages.get("results." + key, answer.result().total());
  }

  /** Returns whether a word or filter restricts the list. */
  boolean narrowed() {
    return !q.isEmpty() || !chips.isEmpty();
  }

  private static List<Option> scopes(Scope chosen, Messages messages) {
    return Stream.of(Scope.values())
        .map(
            scope -> new Option(scope.key(), messages.get("scope." + scope.key()), scope == chosen))
        .toList();
  }

  /**
   * Lists the orders. Without words the newest come first by default; that order is not kept when
   * words are added later.
   */
  private static List<Option> sorts(ListSort chosen, boolean wordless, Messages messages) {
    ListSort shown = wordless && chosen == ListSort.RELEVANCE ? ListSort.NEWEST : chosen;
    return Stream.of(ListSort.values())
        .filter(sort -> !wordless || sort != ListSort.RELEVANCE)
        .map(sort ->
            new Option(
                wordless && sort == ListSort.NEWEST ? ListSort.RELEVANCE.key() : sort.key(),
                messages.get("sort." + sort.key()),
                sort == shown))
        .toList();
  }

  private static List<Chip> chips(Question question, Address list, Messages messages) {
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

  private static Offer offer(DroppedFilter dropped, Address list, Messages messages) {
    String kind =
        Keyed.find(Facet.values(), dropped.parameter()).isPresent() ? "facet." : "measure.";
    return new Offer(
        messages.get("nothing.without", messages.get(kind + dropped.parameter()), dropped.total()),
        list.without(dropped.parameter()).toString());
  }

  /** Returns the address of a list; the bare address is that of the home page. */
  private static Address stillList(Address list) {
    return list.without("lang").parameters().isEmpty()
        ? list.with("sort", ListSort.NEWEST.key())
        : list;
  }

  private static Card card(ListShare share, RequestContext visit) {
    ProcessHit hit = share.hit();
    String id = hit.card().id();
    List<AttachmentView> attachments =
        share.attachments().stream().map(each -> AttachmentView.of(each, id, visit)).toList();
    int open = Math.min(OPEN_ATTACHMENTS, attachments.size());
    return new Card(
        hit.card().title(),
        visit.below(Address.process(id)) + visit.asked(),
        Summary.of(hit.card().status(), hit.card().derived(), visit.messages()),
        hit.excerpts().stream().map(found -> captioned(found, visit.messages())).toList(),
        attachments.subList(0, open),
        attachments.subList(open, attachments.size()),
        share.unlisted() == 0
            ? ""
            : visit.messages().get("attachments.unlisted", share.unlisted()));
  }

  private static Captioned captioned(FieldExcerpt found, Messages messages) {
    String caption = messages.get("excerpt.found") + ": " + messages.field(found.field());
    return new Captioned(caption, TextSpan.of(found.excerpt()));
  }
}
