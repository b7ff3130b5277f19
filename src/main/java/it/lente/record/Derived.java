package it.lente.record;

import java.util.List;

/**
 * Values that the source derives from a record's fields: years by bound, places from the territory
 * or the address, themes with their topics.
 */
public record Derived(Years years, List<TreePath> places, List<TreePath> themes) {

  public Derived {
    places = List.copyOf(places);
    themes = List.copyOf(themes);
  }
}
