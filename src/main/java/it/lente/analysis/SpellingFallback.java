package it.lente.analysis;

import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Likely corrections of a word that does not occur in the collection in any form.
 *
 * @param words as written in the collection, the most frequent first
 */
record SpellingFallback(List<String> words, List<Sequence> alternatives) {

  /** Weight of a guess relative to a typed word. */
  private static final float GUESSED = .7f;

  private static final int SHORTEST = 5;

  /** Maximum length of a word; longer ones are no misspellings. */
  static final int LONGEST = 64;

  /** Minimum length of a word in which two letters may be wrong. */
  private static final int LONG = 8;

  private static final int SHORTEST_HALF = 3;

  /** Maximum number of corrections of a word. */
  private static final int MOST = 8;

  /** Returns whether a word is long enough to guess corrections from its letters. */
  static boolean suits(String form) {
    return form.length() >= SHORTEST && form.length() <= LONGEST && isOfLetters(form);
  }

  /** Returns whether a form is a word; numbers and codes are never corrected. */
  static boolean isOfLetters(String form) {
    return form.chars().allMatch(Character::isLetter);
  }

  /** Returns words with the fewest different letters; if there are none, two words typed as one. */
  static Optional<SpellingFallback> of(String form, Dictionary dictionary) {
    if (!suits(form)) {
      return Optional.empty();
    }
    List<String> near = near(form, dictionary);
    return near.isEmpty() ? split(form, dictionary) : Optional.of(taken(near));
  }

  /** Returns words near a form, or near one of its inflections: «bibblioteche» to «biblioteca». */
  static List<String> near(String form, Dictionary dictionary) {
    int most = form.length() < LONG ? 1 : 2;
    List<String> inflections =
        Inflections.of(form).stream().filter(each -> each.charAt(0) == form.charAt(0)).toList();
    // One look-up for all inflections costs a tenth of one for each.
    List<String> all = dictionary.near(inflections, most).forms();
    for (int letters = 1; letters <= most && !all.isEmpty(); letters++) {
      int edits = letters;
      for (String inflection : inflections) {
        List<String> near =
            misspelt(form, all.stream().filter(o -> EditDistance.isWithin(edits, inflection, o)));
        if (!near.isEmpty()) {
          return near;
        }
      }
    }
    return List.of();
  }

  /**
   * Returns words that differ in one letter from a word of the collection. A known word is unlikely
   * to have two errors, and an inflection of it is no better spelling.
   */
  static List<String> nearKnown(String form, Dictionary dictionary) {
    return misspelt(form, dictionary.near(List.of(form), 1).forms().stream());
  }

  private static List<String> misspelt(String form, Stream<String> near) {
    return near.filter(other -> !isSameRoot(form, other)).limit(MOST).toList();
  }

  /** Returns whether only endings differ: «porta» is another word, no misspelling of «porto». */
  private static boolean isSameRoot(String form, String other) {
    return LightStem.root(form).equals(LightStem.root(other));
  }

  private static SpellingFallback taken(List<String> near) {
    Set<String> forms = new LinkedHashSet<>();
    near.forEach(word -> forms.addAll(Inflections.of(word)));
    return new SpellingFallback(
        near, List.of(Sequence.of(Word.anyOf(List.copyOf(forms))).weighing(GUESSED)));
  }

  private static List<List<String>> splits(String form) {
    return IntStream.rangeClosed(SHORTEST_HALF, form.length() - SHORTEST_HALF)
        .mapToObj(at -> List.of(form.substring(0, at), form.substring(at)))
        .toList();
  }

  private static Optional<SpellingFallback> split(String form, Dictionary dictionary) {
    List<String> words = new ArrayList<>();
    List<Sequence> alternatives = new ArrayList<>();
    List<List<String>> splits = splits(form);
    Set<List<String>> known =
        dictionary.known(splits.stream().flatMap(List::stream).map(List::of).toList());
    for (List<String> halves : splits) {
      if (halves.stream().map(List::of).allMatch(known::contains)) {
        words.add(String.join(" ", halves));
        alternatives.add(Sequence.exact(halves).weighing(GUESSED));
      }
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new SpellingFallback(words, alternatives));
  }
}
