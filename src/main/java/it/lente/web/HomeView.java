package it.lente.web;

import it.lente.engine.FacetCounts;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import it.lente.search.Answer;
import it.lente.web.FacetView.Choice;
import it.lente.web.ResultsView.Card;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The page before any question, with an overview of the collection.
 *
 * @param list all processes, the newest first
 * @param facets with more values than a list of processes shows
 * @param map the regions; empty if few of them have a process
 * @param examples searches that have results in this collection
 */
record HomeView(
    ResultsView list, List<FacetView> facets, Optional<TileMap> map, List<Example> examples) {

  private static final int NEWEST = 6;
  private static final int TALLIED = 8;

  record Example(String q, String address) {}

  /** A value, the number of its processes, and the address of their list. */
  record Tally(String label, String count, String address) {}

  static HomeView of(Answer answer, RequestContext visit) {
    List<FacetView> facets = FacetView.all(answer, visit, FacetCounts.LISTED);
    List<Example> examples = new ArrayList<>();
    narrowest(facets, Facet.PLACE).ifPresent(place -> examples.add(example(quoted(place), visit)));
    widest(facets, Facet.THEME)
        .map(theme -> visit.messages().get("example.theme", quoted(theme)))
        .ifPresent(theme -> examples.add(example(theme, visit)));
    widest(facets, Facet.TECHNIQUE)
        .ifPresent(technique -> examples.add(example(quoted(technique), visit)));
    ResultsView list = ResultsView.of(answer, visit, List.of());
    return new HomeView(
        list,
        facets,
        TileMap.of(answer.result().facets().get(Facet.PLACE), List.of(), list.list())
            .filter(TileMap::isWide),
        List.copyOf(examples));
  }

  List<Card> newest() {
    return list.cards().stream().limit(NEWEST).toList();
  }

  Optional<FacetView> years() {
    return facet(facets, Facet.YEAR).filter(years -> years.years().size() > 1);
  }

  /** Returns the most frequent values; of a tree only the top ones. */
  List<Tally> tally(Facet facet) {
    return facet(facets, facet).map(view -> tally(view)).orElse(List.of());
  }

  private static List<Tally> tally(FacetView view) {
    FacetView.Links links = view.links();
    return view.choices().stream()
        .filter(choice -> !choice.count().equals("0"))
        .filter(
            choice -> !view.facet().tree() || TreePath.parse(choice.value()).names().size() == 1)
        .limit(TALLIED)
        .map(choice -> new Tally(choice.label(), choice.count(), links.only(choice)))
        .toList();
  }

  /** Returns the address of the page with all values of a facet. */
  String all(Facet facet) {
    return list.frame().link(Address.facet(facet).path());
  }

  private static Optional<FacetView> facet(List<FacetView> facets, Facet facet) {
    return facets.stream().filter(view -> view.facet() == facet).findFirst();
  }

  private static Optional<String> widest(List<FacetView> facets, Facet facet) {
    return facet(facets, facet)
        .flatMap(view -> view.choices().stream().findFirst())
        .map(HomeView::name);
  }

  /** Returns the most frequent of the deepest values in the tree. */
  private static Optional<String> narrowest(List<FacetView> facets, Facet facet) {
    return facet(facets, facet)
        .flatMap(view -> view.choices().stream().max(Comparator.comparingInt(Choice::depth)))
        .map(HomeView::name);
  }

  /** Returns the name as the collection has it, which is searched, and not as a language has it. */
  private static String name(Choice choice) {
    return TreePath.parse(choice.value()).label();
  }

  private static String quoted(String words) {
    return words.matches("\\w+") ? words : '"' + words.replace('"', ' ') + '"';
  }

  private static Example example(String q, RequestContext visit) {
    return new Example(q, visit.to(Address.of("")).with("q", q).toString());
  }
}
