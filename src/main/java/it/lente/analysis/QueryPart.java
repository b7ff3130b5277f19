package it.lente.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One condition of a question, closed: all that it can match is written out.
 *
 * @param alternatives any of them will do
 */
public record QueryPart(List<Sequence> alternatives) {

  /**
   * Words one behind the other.
   *
   * @param words at least one
   */
  public record Sequence(List<Word> words) {

    public Sequence {
      words = List.copyOf(words);
    }

    static Sequence of(Word word) {
      return new Sequence(List.of(word));
    }
  }

  /**
   * One word in all forms that will do.
   *
   * @param forms the typed one first
   */
  public record Word(List<String> forms) {

    public Word {
      forms = List.copyOf(forms);
    }

    public String typed() {
      return forms.getFirst();
    }

    static Word inflected(String form) {
      return new Word(Inflections.of(form));
    }

    static Word exact(String form) {
      return new Word(List.of(form));
    }
  }

  public QueryPart {
    alternatives = List.copyOf(alternatives);
  }

  /** Every form that any alternative asks for. */
  public List<String> forms() {
    List<String> forms = new ArrayList<>();
    for (Sequence sequence : alternatives) {
      for (Word word : sequence.words()) {
        forms.addAll(word.forms());
      }
    }
    return forms;
  }

  boolean occursIn(Positions positions) {
    return alternatives.stream().anyMatch(sequence -> starts(sequence, positions).length > 0);
  }

  /** The positions at which a sequence starts, ascending. */
  static int[] starts(Sequence sequence, Positions positions) {
    int[] starts = positions(sequence.words().getFirst(), positions);
    for (int i = 1; i < sequence.words().size() && starts.length > 0; i++) {
      starts = followed(starts, i, positions(sequence.words().get(i), positions));
    }
    return starts;
  }

  /** Those starts behind which, at a distance, a word stands. */
  private static int[] followed(int[] starts, int distance, int[] next) {
    int[] kept = new int[starts.length];
    int size = 0;
    int at = 0;
    for (int start : starts) {
      while (at < next.length && next[at] < start + distance) {
        at++;
      }
      if (at < next.length && next[at] == start + distance) {
        kept[size++] = start;
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private static int[] positions(Word word, Positions positions) {
    int[] all = Positions.NOWHERE;
    for (String form : word.forms()) {
      int[] some = positions.of(form);
      if (all.length == 0) {
        all = some;
      } else if (some.length > 0) {
        int size = all.length;
        all = Arrays.copyOf(all, size + some.length);
        System.arraycopy(some, 0, all, size, some.length);
      }
    }
    if (word.forms().size() > 1) {
      all = all.clone();
      Arrays.sort(all);
    }
    return all;
  }
}
