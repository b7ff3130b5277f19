package it.lente.analysis;

import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a word may be a misspelling of that stands nowhere in the collection, in no form.
 *
 * @param words as the collection writes them, the most frequent first
 */
record Rescue(List<String> words, List<Sequence> alternatives) {

  /** What a guess counts beside a word that was typed. */
  private static final float GUESSED = .7f;

  private static final int SHORTEST = 5;

  /** No word is longer, and what is longer is no misspelling of one. */
  static final int LONGEST = 64;

  /** From so many letters on, two of them may be wrong. */
  private static final int LONG = 8;

  private static final int SHORTEST_HALF = 3;

  /** The most words that one is taken for. */
  private static final int MOST = 8;

  /** Whether a word is long enough for its letters to tell what it may be. */
  static boolean suits(String form) {
    return form.length() >= SHORTEST && form.length() <= LONGEST && isOfLetters(form);
  }

  /** Whether a form can be a misspelling or its correction: numbers and codes are as typed. */
  static boolean isOfLetters(String form) {
    return form.chars().allMatch(Character::isLetter);
  }

  /** Words that differ in few letters, the fewest that will do; else two words typed as one. */
  static Optional<Rescue> of(String form, Dictionary dictionary) {
    if (!suits(form)) {
      return Optional.empty();
    }
    List<String> near = near(form, dictionary);
    return near.isEmpty() ? parted(form, dictionary) : Optional.of(taken(near));
  }

  /** Words near a form, or else near one of its inflections: «bibblioteche» to «biblioteca». */
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
   * Words that differ in one letter from a word that the collection has: it is hardly misspelt
   * twice over, and an inflection of it is no better spelling.
   */
  static List<String> nearKnown(String form, Dictionary dictionary) {
    return misspelt(form, dictionary.near(List.of(form), 1).forms().stream());
  }

  private static List<String> misspelt(String form, Stream<String> near) {
    return near.filter(other -> !isSameRoot(form, other)).limit(MOST).toList();
  }

  /** «porta» is no misspelling of «porto»: what differs in its ending only is another word. */
  private static boolean isSameRoot(String form, String other) {
    return LightStem.root(form).equals(LightStem.root(other));
  }

  private static Rescue taken(List<String> near) {
    Set<String> forms = new LinkedHashSet<>();
    near.forEach(word -> forms.addAll(Inflections.of(word)));
    return new Rescue(near, List.of(Sequence.of(Word.anyOf(List.copyOf(forms))).weighing(GUESSED)));
  }

  private static Optional<Rescue> parted(String form, Dictionary dictionary) {
    List<String> words = new ArrayList<>();
    List<Sequence> alternatives = new ArrayList<>();
    for (int at = SHORTEST_HALF; at <= form.length() - SHORTEST_HALF; at++) {
      List<String> halves = List.of(form.substring(0, at), form.substring(at));
      if (halves.stream().allMatch(half -> dictionary.knows(List.of(half)))) {
        words.add(String.join(" ", halves));
        alternatives.add(Sequence.exact(halves).weighing(GUESSED));
      }
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(new Rescue(words, alternatives));
  }
}
