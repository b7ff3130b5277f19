package it.lente.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a list of processes can be narrowed by. A facet's key is also its parameter's name. */
public enum Facet {
  STATUS("status"),
  YEAR("year"),
  PLACE("place"),
  THEME("theme"),
  /** What became of the attachments; a process without any has no value. */
  STATE("state");

  /** The year of a process of which no year is known. */
  public static final String NO_YEAR = "none";

  private final String key;

  Facet(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  public static Optional<Facet> byKey(String key) {
    return Stream.of(values()).filter(facet -> facet.key.equals(key)).findFirst();
  }

  /**
   * Every value under which a process counts, each once; a tree's value brings its ancestors.
   *
   * @param states of the record's attachments
   */
  public List<String> valuesOf(ProcessRecord record, Collection<AttachmentState> states) {
    return switch (this) {
      case STATUS -> record.status().isEmpty() ? List.of() : List.of(record.status());
      case YEAR -> yearsOf(record.derived().years());
      case PLACE -> pathsOf(record.derived().places());
      case THEME -> pathsOf(record.derived().themes());
      case STATE -> states.stream().distinct().sorted().map(AttachmentState::key).toList();
    };
  }

  /** Whether all values are listed; of the others the most frequent and those selected are. */
  public boolean listsAll() {
    return !tree();
  }

  /** Whether a value has parents. */
  public boolean tree() {
    return this == PLACE || this == THEME;
  }

  /** The order of a facet that lists all its values. */
  public Comparator<String> order() {
    return switch (this) {
      case STATUS -> Status.ORDER;
      case STATE ->
          Comparator.comparing(key -> AttachmentState.byKey(key).map(Enum::ordinal).orElse(-1));
      default -> Comparator.naturalOrder();
    };
  }

  private static List<String> yearsOf(Years years) {
    return years.known() ? years.all().mapToObj(Integer::toString).toList() : List.of(NO_YEAR);
  }

  private static List<String> pathsOf(List<TreePath> paths) {
    return paths.stream()
        .flatMap(path -> path.withAncestors().stream())
        .map(TreePath::value)
        .distinct()
        .toList();
  }
}
