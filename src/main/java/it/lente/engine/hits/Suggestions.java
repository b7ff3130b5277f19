package it.lente.engine.hits;

import it.lente.engine.Suggestion;
import it.lente.engine.Suggestion.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All suggestions of a collection, found by the beginnings of words: each typed word must begin a
 * word of the entry. Entries rank by how many typed words they contain whole, then those that begin
 * with the first typed word, then by kind, frequency and alphabet. No kind takes more than {@link
 * #MOST_OF_A_KIND} places unless there is nothing else.
 */
public final class Suggestions {

  static final int MOST_OF_A_KIND = 4;

  private static final Comparator<Entry> RANK =
      Comparator.comparing((Entry entry) -> entry.suggestion().kind())
          .thenComparingInt(entry -> -entry.suggestion().processes())
          .thenComparing(entry -> entry.suggestion().text())
          .thenComparing(entry -> entry.suggestion().value());

  /**
   * A suggestion and the forms by which it is found.
   *
   * @param words of its text, in order
   * @param context further words that may be typed, such as those of the region around a place
   */
  public record Entry(Suggestion suggestion, List<String> words, List<String> context) {

    public Entry {
      words = List.copyOf(words);
      context = List.copyOf(context);
    }
  }

  /** In the order of {@link #RANK}. */
  private final Entry[] entries;

  /** Indices into {@link #words} for each entry: its own words, then those of its context. */
  private final int[][] wordsOf;

  private final String[] words;

  /** Index in {@link #holders} of each word's first entry; the next word's index ends the range. */
  private final int[] starts;

  private final int[] holders;

  private Suggestions(List<Entry> given) {
    entries = given.stream().sorted(RANK).toArray(Entry[]::new);
    Set<String> all = new HashSet<>();
    for (Entry entry : entries) {
      all.addAll(entry.words());
      all.addAll(entry.context());
    }
    words = all.toArray(String[]::new);
    Arrays.sort(words);
    Map<String, Integer> places = HashMap.newHashMap(words.length);
    for (int i = 0; i < words.length; i++) {
      places.put(words[i], i);
    }
    wordsOf = new int[entries.length][];
    starts = new int[words.length + 1];
    for (int i = 0; i < entries.length; i++) {
      wordsOf[i] = places(entries[i], places);
      for (int word : wordsOf[i]) {
        starts[word + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    holders = new int[starts[words.length]];
    int[] next = starts.clone();
    for (int i = 0; i < entries.length; i++) {
      for (int word : wordsOf[i]) {
        holders[next[word]++] = i;
      }
    }
  }

  public static Suggestions of(List<Entry> entries) {
    return new Suggestions(entries);
  }

  /**
   * Returns the best entries.
   *
   * @param typed forms, each the beginning of a word; if empty, there are no suggestions
   */
  public List<Suggestion> startingWith(List<String> typed, int size) {
    List<Range> ranges = typed.stream().map(this::range).toList();
    if (ranges.isEmpty()) {
      return List.of();
    }
    Range rarest = ranges.stream().min(Comparator.comparingInt(this::holders)).orElseThrow();
    BitSet seen = new BitSet(entries.length);
    long[] found = new long[Math.min(entries.length, holders(rarest))];
    int count = 0;
    for (int i = starts[rarest.from()]; i < starts[rarest.to()]; i++) {
      int entry = holders[i];
      if (!seen.get(entry)) {
        seen.set(entry);
        int distance = distance(entry, ranges);
        if (distance >= 0) {
          found[count++] = (long) distance << Integer.SIZE | entry;
        }
      }
    }
    Arrays.sort(found, 0, count);
    return picked(Arrays.copyOf(found, count), size);
  }

  /**
   * Words with a common beginning.
   *
   * @param whole the index of the word that equals the beginning, -1 if none does
   */
  private record Range(int from, int to, int whole) {

    boolean contains(int word) {
      return word >= from && word < to;
    }
  }

  private Range range(String beginning) {
    int from = Arrays.binarySearch(words, beginning);
    int whole = from < 0 ? -1 : from;
    int to = Arrays.binarySearch(words, beginning + Character.MAX_VALUE);
    return new Range(from < 0 ? -from - 1 : from, to < 0 ? -to - 1 : to, whole);
  }

  private int holders(Range range) {
    return starts[range.to()] - starts[range.from()];
  }

  /** Returns the distance between an entry and the typed words; -1 if the entry does not match. */
  private int distance(int entry, List<Range> typed) {
    int[] its = wordsOf[entry];
    int own = entries[entry].words().size();
    boolean anyOwn = false;
    int open = 0;
    for (Range range : typed) {
      int first = -1;
      boolean whole = false;
      for (int i = its.length - 1; i >= 0; i--) {
        first = range.contains(its[i]) ? i : first;
        whole |= its[i] == range.whole();
      }
      if (first < 0) {
        return -1;
      }
      anyOwn |= first < own;
      open += whole ? 0 : 1;
    }
    return anyOwn ? 2 * open + (typed.getFirst().contains(its[0]) ? 0 : 1) : -1;
  }

  private List<Suggestion> picked(long[] found, int size) {
    Map<Kind, Integer> taken = new EnumMap<>(Kind.class);
    List<Long> picked = new ArrayList<>();
    List<Long> passedOver = new ArrayList<>();
    for (int i = 0; i < found.length && picked.size() < size; i++) {
      Kind kind = entry(found[i]).suggestion().kind();
      boolean room = taken.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND;
      (room ? picked : passedOver).add(found[i]);
    }
    picked.addAll(passedOver.subList(0, Math.min(passedOver.size(), size - picked.size())));
    return picked.stream().sorted().map(each -> entry(each).suggestion()).toList();
  }

  private Entry entry(long found) {
    return entries[(int) found];
  }

  private static int[] places(Entry entry, Map<String, Integer> places) {
    int own = entry.words().size();
    int[] found = new int[own + entry.context().size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = places.get(i < own ? entry.words().get(i) : entry.context().get(i - own));
    }
    return found;
  }
}
