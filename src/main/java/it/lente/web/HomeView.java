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
 * What somebody sees who has not asked for anything yet: what the collection holds.
 *
 * @param list all processes, the newest first
 * @param facets with more values than stand beside a list
 * @param examples searches that find something here
 */
record HomeView(ResultsView list, List<FacetView> facets, List<Example> examples) {

  private static final int NEWEST = 6;
  private static final int TALLIED = 8;

  /** A search to try. */
  record Example(String q, String address) {}

  /** A value, how many processes have it, and the address of their list. */
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
    return new HomeView(ResultsView.of(answer, visit), facets, List.copyOf(examples));
  }

  List<Card> newest() {
    return list.cards().stream().limit(NEWEST).toList();
  }

  Optional<FacetView> years() {
    return facet(facets, Facet.YEAR).filter(years -> years.years().size() > 1);
  }

  /** The most frequent values; of a tree those that lie in no other. */
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

  /** The page that lists all values of a facet. */
  String all(Facet facet) {
    return list.frame().link(Address.facet(facet).path());
  }

  private static Optional<FacetView> facet(List<FacetView> facets, Facet facet) {
    return facets.stream().filter(view -> view.facet() == facet).findFirst();
  }

  private static Optional<String> widest(List<FacetView> facets, Facet facet) {
    return facet(facets, facet)
        .flatMap(view -> view.choices().stream().findFirst())
        .map(Choice::label);
  }

  /** The most frequent of those that lie deepest in the tree. */
  private static Optional<String> narrowest(List<FacetView> facets, Facet facet) {
    return facet(facets, facet)
        .flatMap(view -> view.choices().stream().max(Comparator.comparingInt(Choice::depth)))
        .map(Choice::label);
  }

  private static String quoted(String words) {
    return words.matches("\\w+") ? words : '"' + words.replace('"', ' ') + '"';
  }

  private static Example example(String q, RequestContext visit) {
    return new Example(q, visit.to(Address.of("")).with("q", q).toString());
  }
}
