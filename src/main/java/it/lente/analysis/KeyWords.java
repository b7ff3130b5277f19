package it.lente.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The words that tell a process from others: often said in it, seldom elsewhere. Inflections are
 * one word. Words of most processes are none, whatever they say: that is how such texts are
 * written. Words of this process only are none either, for they lead nowhere.
 */
public final class KeyWords {

  /** Only the weightiest are looked up: a long report has thousands of words. */
  private static final int LOOKED_UP = 120;

  private final FormReader reader = new FormReader();
  private final Map<String, Counted> byStem = new HashMap<>();

  /** How many processes hold one at least of some forms in a field. */
  @FunctionalInterface
  public interface Frequencies {
    int of(String field, List<String> forms);
  }

  /**
   * A word that was chosen.
   *
   * @param text as it stands in the text, in small letters
   * @param forms all that it can stand in
   * @param weight how much is said of it here
   */
  public record KeyWord(String text, List<String> forms, float weight) {

    public KeyWord {
      forms = List.copyOf(forms);
    }
  }

  private static final class Counted {

    private final String stem;
    private final String form;
    private final String text;
    private final Set<String> fields = new HashSet<>();
    private float said;
    private double worth;

    Counted(String stem, String form, String text) {
      this.stem = stem;
      this.form = form;
      this.text = text;
    }

    double weight() {
      return Math.log1p(said);
    }
  }

  /**
   * Reads a text of the process.
   *
   * @param weight how much a word counts here
   * @param counts whether the word that starts at an offset does
   */
  public void read(String field, String text, float weight, IntPredicate counts) {
    reader.read(text);
    while (reader.next()) {
      String form = reader.form();
      if (FunctionWords.leaveOver(form) && counts.test(reader.start())) {
        String written = text.substring(reader.start(), reader.end());
        Counted word =
            byStem.computeIfAbsent(
                LightStem.of(form),
                stem -> new Counted(stem, form, written.toLowerCase(Locale.ITALIAN)));
        word.fields.add(field);
        word.said += weight;
      }
    }
  }

  /**
   * The words that tell most.
   *
   * @param processes how many there are in all, this one with them
   */
  public List<KeyWord> best(int most, Set<String> fields, Frequencies frequencies, int processes) {
    List<Counted> known = new ArrayList<>();
    byStem.values().stream()
        .sorted(
            Comparator.comparingDouble((Counted word) -> -word.said)
                .thenComparing(word -> word.stem))
        .limit(LOOKED_UP)
        .forEach(word -> {
          word.worth = word.weight() * rarity(word, fields, frequencies, processes);
          if (word.worth > 0) {
            known.add(word);
          }
        });
    return known.stream()
        .sorted(
            Comparator.comparingDouble((Counted word) -> -word.worth)
                .thenComparing(word -> word.stem))
        .limit(most)
        .map(word -> new KeyWord(word.text, Inflections.of(word.form), (float) word.weight()))
        .toList();
  }

  /** 0 for a word of most processes, or of no other. */
  private static double rarity(
      Counted word, Set<String> fields, Frequencies frequencies, int processes) {
    List<String> forms = Inflections.of(word.form);
    int widest = 0;
    int elsewhere = -word.fields.size();
    for (String field : fields) {
      int frequency = Math.min(processes, frequencies.of(field, forms));
      widest = Math.max(widest, frequency);
      elsewhere += frequency;
    }
    return elsewhere <= 0 || widest > Math.max(2, processes / 2)
        ? 0
        : Math.log1p((double) processes / widest);
  }
}
