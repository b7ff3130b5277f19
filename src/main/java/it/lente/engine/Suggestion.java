package it.lente.engine;

import it.lente.record.Facet;
import it.lente.record.Keyed;
import java.util.Optional;

/**
 * Something of the collection that a person may be about to type.
 *
 * @param text for people
 * @param value of a facet's value all of it; of a title the id of the process, the first if several
 *     are called so; of a phrase its text
 * @param processes how many have it
 */
public record Suggestion(Kind kind, String text, String value, int processes) {

  /** What is suggested, in the order in which it is of use. */
  public enum Kind implements Keyed {
    PLACE,
    THEME,
    TECHNIQUE,
    /** Words that several records repeat one behind the other. */
    PHRASE,
    TITLE,
    HOLDER,
    LEVEL,
    NATURE;

    /** The facet whose values these are, nothing if they are none. */
    public Optional<Facet> facet() {
      return Keyed.find(Facet.values(), key());
    }
  }
}
