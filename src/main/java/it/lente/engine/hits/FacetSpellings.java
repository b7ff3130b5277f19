package it.lente.engine.hits;

import it.lente.record.Facet;
import it.lente.record.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows facet values that people cannot tell apart in their most frequent spelling. The parents in
 * a path are spelled as they are on their own.
 */
public final class FacetSpellings {

  private final Facet facet;

  /** The shown spelling by {@link Facet#identity}. */
  private final Map<String, String> shown = new HashMap<>();

  /** The shown spelling by the spelling that a process has. */
  private final Map<String, String> known = new HashMap<>();

  private FacetSpellings(Facet facet) {
    this.facet = facet;
  }

  /**
   * Chooses the spellings of a collection.
   *
   * @param processes number of processes by spelling
   */
  public static FacetSpellings of(Facet facet, Map<String, Integer> processes) {
    FacetSpellings spellings = new FacetSpellings(facet);
    Map<String, String> frequent = new HashMap<>();
    processes.keySet().stream()
        .sorted(
            Comparator.comparing((String value) -> processes.get(value))
                .reversed()
                .thenComparing(facet.order()))
        .forEach(value -> frequent.putIfAbsent(facet.identity(value), value));
    frequent.forEach((identity, value) ->
        spellings.shown.put(identity, facet.tree() ? path(facet, value, frequent) : value));
    processes.keySet().forEach(value -> spellings.known.put(value, spellings.byIdentity(value)));
    return spellings;
  }

  private static String path(Facet facet, String value, Map<String, String> frequent) {
    List<String> names = new ArrayList<>();
    for (TreePath path : TreePath.parse(value).withAncestors()) {
      String spelling = frequent.getOrDefault(facet.identity(path.value()), path.value());
      names.add(TreePath.parse(spelling).label());
    }
    return new TreePath(names).value();
  }

  /** Returns the spelling that is shown for a value; the value itself if no process has it. */
  public String shown(String value) {
    String spelling = known.get(value);
    return spelling == null ? byIdentity(value) : spelling;
  }

  private String byIdentity(String value) {
    return shown.getOrDefault(facet.identity(value), value);
  }
}
