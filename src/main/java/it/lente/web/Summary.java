package it.lente.web;

import it.lente.messages.Messages;
import it.lente.record.Derived;
import it.lente.record.Facet;
import it.lente.record.ProcessStatus;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import it.lente.record.Years;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts about a process that lists show on one line.
 *
 * @param stage the status as it is stored, which determines its colour
 * @param places «Vimercate (Monza e della Brianza, Lombardia) · Milano (Lombardia)», the empty
 *     string if none is known
 * @param origins the labels that the years were read from
 */
record Summary(
    String status, String stage, String years, String origins, String places, String themes) {

  private static final Map<String, RecordField> BY_LABEL =
      Stream.of(RecordField.values())
          .collect(
              Collectors.toUnmodifiableMap(RecordField::sourceLabel, field -> field, (a, b) -> a));

  static Summary of(String status, Derived derived, Messages messages) {
    Years years = derived.years();
    String from = years.from().map(bound -> label(bound.origin(), messages)).orElse("");
    String to = years.to().map(bound -> label(bound.origin(), messages)).orElse("");
    return new Summary(
        messages.label(Facet.STATUS, status),
        status,
        FacetView.dashed(years.toString()),
        from.isEmpty() || from.equals(to) ? to : to.isEmpty() ? from : from + " – " + to,
        joined(derived.places(), Summary::narrowestFirst),
        joined(derived.themes(), path -> messages.path(Facet.THEME, path).value()));
  }

  private static String joined(List<TreePath> paths, Function<TreePath, String> name) {
    StringJoiner joined = new StringJoiner(" · ");
    paths.forEach(path -> joined.add(name.apply(path)));
    return joined.toString();
  }

  /** Returns the CSS class of a status: its position in the life cycle, or unknown. */
  String stageClass() {
    return switch (ProcessStatus.LIFE_CYCLE.indexOf(stage())) {
      case 1 -> "bg-primary";
      case 2 -> "bg-success";
      default -> "bg-secondary";
    };
  }

  /** Returns a path as a name with its parents: «Vimercate (Monza e della Brianza, Lombardia)». */
  static String narrowestFirst(TreePath path) {
    List<String> above = path.names().subList(0, path.names().size() - 1).reversed();
    return above.isEmpty() ? path.label() : path.label() + " (" + String.join(", ", above) + ")";
  }

  private static String label(String origin, Messages messages) {
    RecordField field = BY_LABEL.get(origin);
    return field == null ? origin : messages.field(field.key());
  }
}
