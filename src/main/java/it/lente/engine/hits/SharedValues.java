package it.lente.engine.hits;

import it.lente.engine.SimilarProcess.Shared;
import it.lente.engine.Suggestion.Kind;
import it.lente.record.Facet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The places, topics and techniques of one process, to be compared with those of others. */
public final class SharedValues {

  /** The facets that are compared. */
  public static final List<Facet> COMPARED =
      Stream.of(Kind.PLACE, Kind.THEME, Kind.TECHNIQUE)
          .flatMap(kind -> kind.facet().stream())
          .toList();

  private final Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);

  /** The values of a process. */
  @FunctionalInterface
  public interface Values {
    Collection<String> of(Facet facet) throws IOException;
  }

  private SharedValues() {}

  public static SharedValues of(Values process) throws IOException {
    SharedValues own = new SharedValues();
    for (Facet facet : COMPARED) {
      Set<String> all = new TreeSet<>(process.of(facet));
      Set<String> narrowest = new TreeSet<>(all);
      // A region in common means little, so only the narrowest values of a tree count.
      narrowest.removeIf(value -> all.stream().anyMatch(other -> other.startsWith(value + " > ")));
      own.values.put(facet, narrowest);
    }
    return own;
  }

  /** Returns the values that another process also has. */
  public List<Shared> with(Values other) throws IOException {
    List<Shared> shared = new ArrayList<>();
    for (Facet facet : COMPARED) {
      Set<String> others = new TreeSet<>(other.of(facet));
      others.retainAll(values.get(facet));
      others.forEach(value -> shared.add(Shared.value(facet, value)));
    }
    return shared;
  }
}
