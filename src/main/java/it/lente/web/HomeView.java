package it.lente.web;

import it.lente.record.Facet;
import it.lente.record.TreePath;
import it.lente.search.Answer;
import it.lente.web.FacetView.Choice;
import it.lente.web.ResultsView.Card;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody sees who has not asked for anything yet: what the collection holds.
 *
 * @param list all processes, the newest first
 * @param examples searches that find something here
 */
record HomeView(ResultsView list, List<Example> examples) {

  private static final int NEWEST = 6;
  private static final int TALLIED = 8;

  /** A search to try. */
  record Example(String q, String address) {}

  /** A value, how many processes have it, and the address of their list. */
  record Tally(String label, String count, String address) {}

  static HomeView of(Answer answer, Visit visit) {
    ResultsView list = ResultsView.of(answer, visit);
    List<Example> examples = new ArrayList<>();
    narrowest(list, Facet.PLACE).ifPresent(place -> examples.add(example(quoted(place), visit)));
    widest(list, Facet.THEME)
        .map(theme -> visit.texts().get("example.theme", quoted(theme)))
        .ifPresent(theme -> examples.add(example(theme, visit)));
    widest(list, Facet.TECHNIQUE)
        .ifPresent(technique -> examples.add(example(quoted(technique), visit)));
    return new HomeView(list, List.copyOf(examples));
  }

  List<Card> newest() {
    return list.cards().stream().limit(NEWEST).toList();
  }

  Optional<FacetView> years() {
    return facet(list, Facet.YEAR).filter(years -> years.more().size() > 1);
  }

  /** The most frequent values; of a tree those that lie in no other. */
  List<Tally> tally(Facet facet) {
    return facet(list, facet).stream()
        .flatMap(view ->
            choices(view)
                .filter(choice -> !choice.count().equals("0"))
                .filter(
                    choice -> !facet.tree() || TreePath.parse(choice.value()).names().size() == 1)
                .limit(TALLIED)
                .map(choice -> new Tally(choice.label(), choice.count(), view.only(choice))))
        .toList();
  }

  /** The page that lists all values of a facet. */
  String all(Facet facet) {
    return list.frame().link(Address.facet(facet).path());
  }

  private static Optional<FacetView> facet(ResultsView list, Facet facet) {
    return list.facets().stream().filter(view -> view.facet() == facet).findFirst();
  }

  private static Stream<Choice> choices(FacetView facet) {
    return Stream.concat(facet.open().stream(), facet.more().stream());
  }

  private static Optional<String> widest(ResultsView list, Facet facet) {
    return facet(list, facet).flatMap(view -> choices(view).findFirst()).map(Choice::label);
  }

  /** The most frequent of those that lie deepest in the tree. */
  private static Optional<String> narrowest(ResultsView list, Facet facet) {
    return facet(list, facet)
        .flatMap(view -> choices(view).max(Comparator.comparingInt(Choice::depth)))
        .map(Choice::label);
  }

  private static String quoted(String words) {
    return words.matches("\\w+") ? words : '"' + words.replace('"', ' ') + '"';
  }

  private static Example example(String q, Visit visit) {
    return new Example(q, visit.to(Address.of("")).with("q", q).toString());
  }
}
