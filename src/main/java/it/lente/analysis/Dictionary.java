package it.lente.analysis;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The forms that stand in a collection. A question that leaves letters open («partecip*»,
 * «partecipazone~») is closed against it once, so that a list, the hits of a document and the marks
 * on a page look for the same forms.
 */
public interface Dictionary {

  /** A collection without a word: open letters match nothing but themselves. */
  Dictionary EMPTY =
      new Dictionary() {
        @Override
        public boolean knows(Collection<String> forms) {
          return false;
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

  /** The most forms that an open word is closed to. */
  int MOST = 1_024;

  /** Whether any of some forms stands anywhere in the collection. */
  boolean knows(Collection<String> forms);

  /** In how many documents each of some forms stands, added up. */
  long frequency(Collection<String> forms);

  /** Forms that begin with some letters. */
  Forms startingWith(String prefix);

  /**
   * Forms that differ in few letters from one of some, the first letter apart.
   *
   * @param forms all with the same first letter
   * @param edits how many letters at most are put in, left out, changed, or swapped with their
   *     neighbour (optimal string alignment), 0 to 2
   */
  Forms near(List<String> forms, int edits);

  /**
   * Returns the forms that match a pattern.
   *
   * @param pattern a form in which * is any number of letters and ? is one
   */
  Forms matching(String pattern);

  /** Whether a sequence of words occurs anywhere in the collection. */
  boolean hasRun(QueryPart.Sequence sequence);

  /**
   * Forms, those in most documents first, then in the order of their letters.
   *
   * @param complete false if there are more than {@link #MOST}, and the rarer ones are left out
   * @param read how many forms were read to find them
   */
  record Forms(List<String> forms, boolean complete, int read) {

    static final Forms NONE = new Forms(List.of(), true, 0);

    /** Nothing was looked up, for that would cost too much. */
    public static final Forms REFUSED = new Forms(List.of(), false, 0);

    public Forms {
      forms = List.copyOf(forms);
    }

    /** Returns the most frequent of these forms, so many at most. */
    Forms first(int most) {
      return forms.size() <= most ? this : new Forms(forms.subList(0, most), false, read);
    }

    boolean isRefused() {
      return forms.isEmpty() && !complete;
    }

    /** The most frequent of some forms, each with the number of documents that hold it. */
    public static Forms mostFrequent(Map<String, Long> frequencies, int read) {
      List<String> forms =
          frequencies.entrySet().stream()
              .sorted(
                  Comparator.<Map.Entry<String, Long>>comparingLong(Map.Entry::getValue)
                      .reversed()
                      .thenComparing(Map.Entry::getKey))
              .limit(MOST)
              .map(Map.Entry::getKey)
              .toList();
      return new Forms(forms, forms.size() == frequencies.size(), read);
    }
  }
}
