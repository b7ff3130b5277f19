package it.lente.web;

import it.lente.record.Derived;
import it.lente.record.RecordField;
import it.lente.record.Status;
import it.lente.record.TreePath;
import it.lente.record.Years;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is told of a process in one line.
 *
 * @param stage the status as it is stored, for its colour
 * @param origins the labels that the years were read from
 */
record Facts(
    String status,
    String stage,
    String years,
    String origins,
    List<String> places,
    List<String> themes) {

  static Facts of(String status, Derived derived, Texts texts) {
    Years years = derived.years();
    String origins =
        String.join(
            " – ",
            Stream.of(years.from(), years.to())
                .flatMap(bound -> bound.stream())
                .map(bound -> label(bound.origin(), texts))
                .distinct()
                .toList());
    return new Facts(
        texts.status(status),
        status,
        FacetView.dashed(years.toString()),
        origins,
        derived.places().stream().map(Facts::narrowestFirst).toList(),
        derived.themes().stream().map(TreePath::value).toList());
  }

  /** The class that colours a status: further along the life cycle, or none that is known. */
  String stageClass() {
    return switch (Status.LIFE_CYCLE.indexOf(stage())) {
      case 1 -> "bg-primary";
      case 2 -> "bg-success";
      default -> "bg-secondary";
    };
  }

  /** «Vimercate (Monza e della Brianza, Lombardia)». */
  static String narrowestFirst(TreePath path) {
    List<String> above = path.names().subList(0, path.names().size() - 1).reversed();
    return above.isEmpty() ? path.label() : path.label() + " (" + String.join(", ", above) + ")";
  }

  private static String label(String origin, Texts texts) {
    return Stream.of(RecordField.values())
        .filter(field -> field.sourceLabel().equals(origin))
        .findFirst()
        .map(field -> field.label(texts.language()))
        .orElse(origin);
  }
}
