package it.lente.search;

import it.lente.engine.FacetCount;
import it.lente.engine.FacetCounts;
import it.lente.messages.Messages;
import it.lente.record.CaseFolding;
import it.lente.record.Facet;
import java.util.Comparator;
import java.util.List;

/**
 * Some values of a facet, the most frequent first.
 *
 * @param total number of values, listed or not
 */
public record FacetList(int total, List<FacetCount> values) {

  public FacetList {
    values = List.copyOf(values);
  }

  /** Selects the values whose labels contain a text, ignoring case and accents. */
  public static FacetList of(FacetCounts counts, FacetQuestion question, Messages messages) {
    Facet facet = question.facet();
    String part = CaseFolding.of(question.contains());
    List<FacetCount> found =
        counts.values().stream()
            .filter(value -> CaseFolding.of(messages.label(facet, value.value())).contains(part))
            .sorted(byLabel(facet, messages))
            .toList();
    return new FacetList(
        found.size(),
        found.stream().skip(question.window().offset()).limit(question.size()).toList());
  }

  /** Compares by label; open lists keep the engine's order, which is that of the values. */
  private static Comparator<FacetCount> byLabel(Facet facet, Messages messages) {
    Comparator<FacetCount> byCount = Comparator.comparingInt(FacetCount::count).reversed();
    return facet.closedList().isEmpty() && facet.kind() != Facet.Kind.LANGUAGE
        ? byCount
        : byCount.thenComparing(value -> CaseFolding.of(messages.label(facet, value.value())));
  }
}
