package it.lente.engine;

import it.lente.engine.ProcessHit.Card;
import it.lente.record.Facet;
import java.util.List;
import java.util.Optional;

/**
 * A process that is about the same as another.
 *
 * @param score comparable within one answer only
 * @param because what both have, the words that tell most first, then values of facets
 */
public record SimilarProcess(Card card, float score, List<Shared> because) {

  /** How many there are at most. */
  public static final int MOST = 10;

  /** The words that are told of one process at most. */
  public static final int MOST_WORDS = 6;

  /** What a place or a topic in common adds to the score of the words. */
  public static final float SHARED_VALUE = .15f;

  /**
   * Something that two processes have in common.
   *
   * @param facet nothing for a word
   * @param text the word, or the facet's value
   */
  public record Shared(Optional<Facet> facet, String text) {

    public static Shared word(String text) {
      return new Shared(Optional.empty(), text);
    }

    public static Shared value(Facet facet, String value) {
      return new Shared(Optional.of(facet), value);
    }
  }

  public SimilarProcess {
    because = List.copyOf(because);
  }
}
