package it.lente.web;

import it.lente.search.Answer;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The filters beside a list.
 *
 * @param facets those with a value that narrows the list, or with a selected one
 * @param measures those that narrow the list
 * @param others facets that would leave the list as it is; none beside an empty list
 * @param otherMeasures measures without bounds; none beside an empty list
 */
record FilterPanel(
    List<FacetView> facets,
    List<MeasureView> measures,
    List<FacetView> others,
    List<MeasureView> otherMeasures) {

  static FilterPanel of(List<FacetView> facets, Answer answer) {
    int total = answer.result().total();
    Predicate<FacetView> useful = FacetView::narrows;
    List<MeasureView> measures = MeasureView.all(answer.question().chosen());
    return new FilterPanel(
        facets.stream().filter(useful).toList(),
        measures.stream().filter(MeasureView::narrows).toList(),
        others(facets.stream().filter(useful.negate()), total),
        others(measures.stream().filter(measure -> !measure.narrows()), total));
  }

  private static <T> List<T> others(Stream<T> left, int total) {
    return total == 0 ? List.of() : left.toList();
  }
}
