package it.lente.analysis;

import it.lente.record.QueryField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One word or phrase of a question with all alternatives that it can match.
 *
 * @param field in which it must occur
 * @param alternatives any of them matches
 */
public record QueryPart(QueryField field, List<Sequence> alternatives) {

  /**
   * Consecutive words.
   *
   * @param words at least one
   * @param weight relative to the typed words, 0 to 1
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

    /** Returns a sequence of words in all their inflections. */
    static Sequence inflected(List<String> forms) {
      return new Sequence(forms.stream().map(Word::inflected).toList());
    }

    /** Returns a sequence of words in the given forms. */
    static Sequence exact(List<String> forms) {
      return new Sequence(forms.stream().map(Word::exact).toList());
    }
  }

  /**
   * One word with all forms that match.
   *
   * @param forms the typed one first; empty if {@link #isAny any} word matches
   * @param weight of the other forms relative to the typed one, 0 to 1
   */
  public record Word(List<String> forms, float weight) {

    private static final float AS_TYPED = 1;
    private static final float INFLECTED = .7f;
    private static final float NEAR = .4f;

    /** Matches any word, but not at the beginning or the end of a sequence. */
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

    /** Returns a word with several forms of equal weight. */
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

  /** Returns the forms of all alternatives. */
  public List<String> forms() {
    List<String> forms = new ArrayList<>();
    for (Sequence sequence : alternatives) {
      for (Word word : sequence.words()) {
        forms.addAll(word.forms());
      }
    }
    return forms;
  }

  /** Returns whether the part occurs in a text, whatever its field. */
  public boolean occursIn(FormPositions positions) {
    return alternatives.stream().anyMatch(sequence -> starts(sequence, positions).length > 0);
  }

  /** Returns the positions at which a sequence starts, ascending. */
  static int[] starts(Sequence sequence, FormPositions positions) {
    int[] starts = positions(sequence.words().getFirst(), positions);
    for (int i = 1; i < sequence.words().size() && starts.length > 0; i++) {
      Word word = sequence.words().get(i);
      starts = word.isAny() ? starts : followed(starts, i, positions(word, positions));
    }
    return starts;
  }

  /** Returns the starts that a word follows at a distance. */
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

  private static int[] positions(Word word, FormPositions positions) {
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
      case 0 -> FormPositions.NOWHERE;
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
