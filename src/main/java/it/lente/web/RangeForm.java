package it.lente.web;

import it.lente.record.Facet;
import it.lente.record.Keyed;
import it.lente.record.Measure;
import it.lente.search.MeasureFilter;
import it.lente.search.Question;
import it.lente.search.RequestParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts pairs of form fields, {@code yearFrom} and {@code yearTo}, into one parameter. */
final class RangeForm {

  private static final String FROM = "From";
  private static final String TO = "To";

  private RangeForm() {}

  /**
   * Returns the canonical address of a submitted form; empty if the form's fields are absent.
   *
   * @throws it.lente.search.InvalidParameterException if a range cannot be used
   */
  static Optional<Address> canonical(RequestContext visit) {
    Map<String, List<String>> sent = visit.parameters().values();
    Map<String, List<String>> changed = new HashMap<>(sent);
    boolean any = false;
    for (String name : Question.FILTERS) {
      if (sent.containsKey(name + FROM) || sent.containsKey(name + TO)) {
        any = true;
        List<String> values = new ArrayList<>(sent.getOrDefault(name, List.of()));
        values.add(
            range(name, visit.parameters().one(name + FROM), visit.parameters().one(name + TO)));
        changed.put(name, values);
      }
    }
    if (!any) {
      return Optional.empty();
    }
    Question.lenient(new RequestParameters(changed));
    return Optional.of(visit.to(new Address(visit.here().path(), changed)));
  }

  private static String range(String name, String from, String to) {
    if (from.equals(to)) {
      return from;
    }
    return Facet.YEAR.key().equals(name)
        ? years(from, to)
        : Keyed.find(Measure.values(), name)
            .map(measure -> MeasureFilter.between(measure, from, to))
            .orElse("");
  }

  private static String years(String from, String to) {
    boolean backwards =
        from.matches("[0-9]{4}") && to.matches("[0-9]{4}") && from.compareTo(to) > 0;
    return backwards ? to + "-" + from : from + "-" + to;
  }
}
