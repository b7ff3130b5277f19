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
 * Finds the words that distinguish a process from others: frequent in it, rare elsewhere.
 * Inflections are one word. Words of most processes are excluded as the general language of such
 * texts, words of this process only because they find no other.
 */
public final class KeyWords {

  /** Only the most frequent words are looked up: a long report has thousands. */
  private static final int LOOKED_UP = 120;

  private final FormReader reader = new FormReader();
  private final Map<String, Counted> byStem = new HashMap<>();

  /** Counts the processes that contain at least one of some forms in a field. */
  @FunctionalInterface
  public interface Frequencies {
    int of(String field, List<String> forms);
  }

  /**
   * A key word.
   *
   * @param text as written in the text, in lower case
   * @param forms all its forms
   * @param weight grows with its frequency in the process
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
   * @param weight of each word of this text
   * @param counts whether the word that starts at an offset is counted
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
   * Returns the most distinctive words.
   *
   * @param processes number of all processes, this one included
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

  /** Returns 0 for a word of most processes, or of no other. */
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
