package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.Keyed;
import java.util.Optional;

/**
 * An entry of the collection that completes a typed text.
 *
 * @param text for people
 * @param value the whole value of a facet; for a title, the id of the first process with that
 *     title; for a phrase, its text
 * @param processes number of processes that have it
 */
public record Suggestion(Kind kind, String text, String value, int processes) {

  /** Kinds of suggestions, the most useful first. */
  public enum Kind implements Keyed {
    PLACE,
    THEME,
    TECHNIQUE,
    /** Adjacent words that several records repeat. */
    PHRASE,
    TITLE,
    HOLDER,
    LEVEL,
    NATURE;

    /** Returns the facet that has the suggested values, empty for phrases and titles. */
    public Optional<Facet> facet() {
      return Keyed.find(Facet.values(), key());
    }
  }
}
