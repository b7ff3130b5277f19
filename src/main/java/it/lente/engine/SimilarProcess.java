package it.lente.engine;

import it.lente.engine.ProcessHit.Card;
import it.lente.record.Facet;
import java.util.List;
import java.util.Optional;

/**
 * A process on the same subject as another.
 *
 * @param score comparable within one answer only
 * @param because shared words, the most significant first, then shared values of facets
 */
public record SimilarProcess(Card card, float score, List<Shared> because) {

  /** Maximum number of similar processes. */
  public static final int MOST = 10;

  /** Maximum number of words listed for one process. */
  public static final int MOST_WORDS = 6;

  /** Added to the score of the words for each shared place or topic. */
  public static final float SHARED_VALUE = .15f;

  /**
   * A word or facet value that two processes have in common.
   *
   * @param facet empty for a word
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
