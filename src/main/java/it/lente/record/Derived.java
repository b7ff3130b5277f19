package it.lente.record;

import java.util.List;

/**
 * What a record means beyond its fields' letters, worked out by its source: years bound by bound,
 * places from the territory or the address, themes with their topics.
 */
public record Derived(Years years, List<TreePath> places, List<TreePath> themes) {

  public Derived {
    places = List.copyOf(places);
    themes = List.copyOf(themes);
  }
}
