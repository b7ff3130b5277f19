package it.lente.web;

import it.lente.record.Facet;
import it.lente.search.Parameters;
import it.lente.search.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the two number fields of the form into the parameter {@code year}. */
final class YearForm {

  private static final String FROM = "yearFrom";
  private static final String TO = "yearTo";

  private YearForm() {}

  /**
   * The canonical address of what the form asks, nothing if the form did not send its fields.
   *
   * @throws it.lente.search.InvalidParameterException if the years cannot be used
   */
  static Optional<Address> canonical(Visit visit) {
    Map<String, List<String>> sent = visit.parameters().values();
    if (!sent.containsKey(FROM) && !sent.containsKey(TO)) {
      return Optional.empty();
    }
    String range = range(visit.parameters().one(FROM), visit.parameters().one(TO));
    Map<String, List<String>> changed = new HashMap<>(sent);
    List<String> years = sent.getOrDefault(Facet.YEAR.key(), List.of());
    changed.put(Facet.YEAR.key(), Stream.concat(years.stream(), Stream.of(range)).toList());
    Question.lenient(new Parameters(changed));
    return Optional.of(visit.to(new Address(visit.here().path(), changed)));
  }

  private static String range(String from, String to) {
    if (from.equals(to)) {
      return from;
    }
    boolean backwards =
        from.matches("[0-9]{4}") && to.matches("[0-9]{4}") && from.compareTo(to) > 0;
    return backwards ? to + "-" + from : from + "-" + to;
  }
}
