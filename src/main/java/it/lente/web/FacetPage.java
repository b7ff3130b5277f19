package it.lente.web;

import it.lente.engine.FacetCounts;
import it.lente.messages.Messages;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import it.lente.search.FacetList;
import it.lente.search.FacetQuestion;
import it.lente.web.FacetView.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All values of a facet, to search and select.
 *
 * @param count «131 valori»
 * @param choosing hidden fields of the form that leads to the list of processes
 * @param here the address of the first page of this list
 * @param processes the list of processes without new selections
 * @param map the places with processes; empty for another facet, and where only some are listed
 */
record FacetPage(
    PageLayout frame,
    FacetQuestion question,
    String count,
    List<HiddenField> choosing,
    List<Choice> choices,
    Pager pager,
    Address here,
    Address processes,
    Optional<TileMap> map) {

  static FacetPage of(FacetCounts counts, FacetQuestion question, RequestContext visit) {
    Messages messages = visit.messages();
    FacetList list = FacetList.of(counts, question, messages);
    Facet facet = question.facet();
    Address here = visit.here().without("page");
    Address processes = here.without(FacetQuestion.CONTAINS).under("/");
    List<String> chosen = question.narrowing().chosen().of(facet);
    List<Choice> choices =
        list.values().stream()
            .map(value ->
                FacetView.choice(
                    value,
                    label(facet, value.value(), messages),
                    chosen.contains(value.value()),
                    0,
                    messages))
            .toList();
    List<HiddenField> choosing = new ArrayList<>(HiddenField.of(processes, Set.of(facet.key())));
    // Selected values that are not on this page must not be lost when the form is submitted.
    Set<String> unseen = new HashSet<>(chosen);
    choices.forEach(choice -> unseen.remove(choice.value()));
    unseen.stream().sorted().forEach(value -> choosing.add(new HiddenField(facet.key(), value)));
    String title = messages.get("values.title", messages.get("facet." + facet.key()));
    return new FacetPage(
        PageLayout.of(visit, title)
            .below(messages.get("results.back"), processes.toString())
            .notIndexed(),
        question,
        messages.get("values.count", list.total()),
        choosing,
        choices,
        Pager.of(question.page(), Math.ceilDiv(list.total(), question.size()), visit.here()),
        here,
        processes,
        facet == Facet.PLACE && question.contains().isEmpty() && question.page() == 1
            ? TileMap.of(counts, chosen, processes)
            : Optional.empty());
  }

  /** Returns the hidden fields of the form that searches values. */
  List<HiddenField> finding() {
    return HiddenField.of(here, Set.of(FacetQuestion.CONTAINS));
  }

  /**
   * Returns a name with its parents, which a tree's value needs when listed alone: «Vimercate
   * (Monza e della Brianza, Lombardia)».
   */
  private static String label(Facet facet, String value, Messages messages) {
    return facet.tree()
        ? Summary.narrowestFirst(messages.path(facet, TreePath.parse(value)))
        : messages.label(facet, value);
  }
}
