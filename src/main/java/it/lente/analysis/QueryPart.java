package it.lente.analysis;

import it.lente.record.QueryField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One word or phrase of a question, closed: all that it can match is written out.
 *
 * @param field where it must stand
 * @param alternatives any of them will do
 */
public record QueryPart(QueryField field, List<Sequence> alternatives) {

  /**
   * Words one behind the other.
   *
   * @param words at least one
   * @param weight what it counts beside what was typed, 0 to 1
   */
  public record Sequence(List<Word> words, float weight) {

    public Sequence {
      words = List.copyOf(words);
    }

    Sequence(List<Word> words) {
      this(words, 1);
    }

    Sequence weighing(float other) {
      return new Sequence(words, other);
    }

    static Sequence of(Word word) {
      return new Sequence(List.of(word));
    }

    /** Words in all their inflections. */
    static Sequence inflected(List<String> forms) {
      return new Sequence(forms.stream().map(Word::inflected).toList());
    }

    /** Words in the forms given. */
    static Sequence exact(List<String> forms) {
      return new Sequence(forms.stream().map(Word::exact).toList());
    }
  }

  /**
   * One word in all forms that will do.
   *
   * @param forms the typed one first; none where {@link #isAny any} word will do
   * @param weight what the others count beside the typed one, 0 to 1
   */
  public record Word(List<String> forms, float weight) {

    private static final float AS_TYPED = 1;
    private static final float INFLECTED = .7f;
    private static final float NEAR = .4f;

    /** Whatever stands there, not at the beginning nor the end of a sequence. */
    static final Word ANY = new Word(List.of(), AS_TYPED);

    public Word {
      forms = List.copyOf(forms);
    }

    public String typed() {
      return forms.getFirst();
    }

    public boolean isAny() {
      return forms.isEmpty();
    }

    static Word inflected(String form) {
      return new Word(Inflections.of(form), INFLECTED);
    }

    static Word exact(String form) {
      return new Word(List.of(form), AS_TYPED);
    }

    /** Several forms, none better than the others. */
    static Word anyOf(List<String> forms) {
      return new Word(forms, AS_TYPED);
    }

    static Word startingWith(String prefix, List<String> found) {
      return new Word(distinct(List.of(prefix), found), AS_TYPED);
    }

    static Word near(String form, List<String> found) {
      return new Word(distinct(Inflections.of(form), found), NEAR);
    }

    private static List<String> distinct(List<String> some, List<String> more) {
      return Stream.concat(some.stream(), more.stream()).distinct().toList();
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

  /** Whether it occurs in a text, whatever its field. */
  public boolean occursIn(Positions positions) {
    return alternatives.stream().anyMatch(sequence -> starts(sequence, positions).length > 0);
  }

  /** The positions at which a sequence starts, ascending. */
  static int[] starts(Sequence sequence, Positions positions) {
    int[] starts = positions(sequence.words().getFirst(), positions);
    for (int i = 1; i < sequence.words().size() && starts.length > 0; i++) {
      Word word = sequence.words().get(i);
      starts = word.isAny() ? starts : followed(starts, i, positions(word, positions));
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
    List<int[]> found = new ArrayList<>();
    int size = 0;
    for (String form : word.forms()) {
      int[] some = positions.of(form);
      if (some.length > 0) {
        found.add(some);
        size += some.length;
      }
    }
    return switch (found.size()) {
      case 0 -> Positions.NOWHERE;
      case 1 -> found.getFirst();
      default -> merged(found, size);
    };
  }

  private static int[] merged(List<int[]> found, int size) {
    int[] all = new int[size];
    int at = 0;
    for (int[] some : found) {
      System.arraycopy(some, 0, all, at, some.length);
      at += some.length;
    }
    Arrays.sort(all);
    return all;
  }
}
