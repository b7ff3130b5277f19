package it.lente.analysis;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The forms that occur in a collection. A question with open letters («partecip*»,
 * «partecipazone~») is expanded with it once, so that a list, the hits of a document and the marks
 * on a page search for the same forms.
 */
public interface Dictionary {

  /** A collection without words: open letters match only themselves. */
  Dictionary EMPTY =
      new Dictionary() {
        @Override
        public Set<List<String>> known(Collection<List<String>> words) {
          return Set.of();
        }

        @Override
        public long frequency(Collection<String> forms) {
          return 0;
        }

        @Override
        public Forms startingWith(String prefix) {
          return Forms.NONE;
        }

        @Override
        public Forms near(List<String> forms, int edits) {
          return Forms.NONE;
        }

        @Override
        public Forms matching(String pattern) {
          return Forms.NONE;
        }

        @Override
        public boolean hasRun(QueryPart.Sequence sequence) {
          return true;
        }
      };

  /** Maximum number of forms that an open word is expanded to. */
  int MOST = 1_024;

  /** Returns those of some words of which any form occurs in the collection, all in one look-up. */
  Set<List<String>> known(Collection<List<String>> words);

  /** Returns whether any form of a word occurs in the collection. */
  default boolean knows(List<String> forms) {
    return !known(List.of(forms)).isEmpty();
  }

  /** Returns the sum of the document frequencies of some forms. */
  long frequency(Collection<String> forms);

  /** Returns the forms that begin with some letters. */
  Forms startingWith(String prefix);

  /**
   * Returns forms that differ in few letters from one of some, but not in the first letter.
   *
   * @param forms all with the same first letter
   * @param edits maximum number of letters inserted, deleted, changed, or swapped with their
   *     neighbour (optimal string alignment), 0 to 2
   */
  Forms near(List<String> forms, int edits);

  /**
   * Returns the forms that match a pattern.
   *
   * @param pattern a form in which * is any number of letters and ? is one
   */
  Forms matching(String pattern);

  /** Returns whether a sequence of words occurs anywhere in the collection. */
  boolean hasRun(QueryPart.Sequence sequence);

  /**
   * Forms, by document frequency, the highest first, then in alphabetical order.
   *
   * @param complete false if there are more than {@link #MOST}, and the rarer ones are omitted
   * @param read number of forms read to find them
   */
  record Forms(List<String> forms, boolean complete, int read) {

    static final Forms NONE = new Forms(List.of(), true, 0);

    /** The result of a look-up that was refused as too costly. */
    public static final Forms REFUSED = new Forms(List.of(), false, 0);

    public Forms {
      forms = List.copyOf(forms);
    }

    /** Returns at most the given number of these forms, the most frequent first. */
    Forms first(int most) {
      return forms.size() <= most ? this : new Forms(forms.subList(0, most), false, read);
    }

    boolean isRefused() {
      return forms.isEmpty() && !complete;
    }

    /**
     * Returns the most frequent of some forms by their document frequencies.
     *
     * @param most number of forms to return
     */
    public static Forms mostFrequent(Map<String, Long> frequencies, int most, int read) {
      Comparator<Map.Entry<String, Long>> order =
          Comparator.<Map.Entry<String, Long>>comparingLong(Map.Entry::getValue)
              .reversed()
              .thenComparing(Map.Entry::getKey);
      // A beginning of one letter has thousands of forms, of which many open words take four each.
      PriorityQueue<Map.Entry<String, Long>> kept = new PriorityQueue<>(order.reversed());
      for (Map.Entry<String, Long> each : frequencies.entrySet()) {
        if (kept.size() < most || order.compare(each, kept.element()) < 0) {
          kept.add(each);
        }
        if (kept.size() > most) {
          kept.remove();
        }
      }
      List<String> forms = kept.stream().sorted(order).map(Map.Entry::getKey).toList();
      return new Forms(forms, forms.size() == frequencies.size(), read);
    }
  }
}
