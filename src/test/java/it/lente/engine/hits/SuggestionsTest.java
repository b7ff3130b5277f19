package it.lente.engine.hits;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.Suggestion;
import it.lente.engine.Suggestion.Kind;
import it.lente.engine.hits.Suggestions.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random entries, held against looking at each of them. */
class SuggestionsTest {

  private static final long SEED = 20261125L;

  private static final List<Kind> KINDS = List.of(Kind.values());

  private final Random random = new Random(SEED);

  @Test
  void what_is_suggested_is_what_looking_at_each_entry_finds() {
    for (int round = 0; round < 200; round++) {
      List<Entry> entries = entries(1 + random.nextInt(60));
      Suggestions suggestions = Suggestions.of(entries);
      for (int i = 0; i < 20; i++) {
        List<String> typed = words(1 + random.nextInt(3), 1);
        assertThat(suggestions.startingWith(typed, 100))
            .as("seed %d, round %d: %s", SEED, round, typed)
            .isEqualTo(expected(entries, typed));
      }
    }
  }

  private static List<Suggestion> expected(List<Entry> entries, List<String> typed) {
    return entries.stream()
        .filter(entry -> answers(entry, typed))
        .sorted(
            Comparator.<Entry>comparingLong(
                    entry -> typed.stream().filter(word -> !whole(entry, word)).count())
                .thenComparing(entry -> !entry.words().getFirst().startsWith(typed.getFirst()))
                .thenComparing(entry -> entry.suggestion().kind())
                .thenComparingInt(entry -> -entry.suggestion().processes())
                .thenComparing(entry -> entry.suggestion().text()))
        .map(Entry::suggestion)
        .toList();
  }

  private static boolean whole(Entry entry, String word) {
    return entry.words().contains(word) || entry.context().contains(word);
  }

  private static boolean answers(Entry entry, List<String> typed) {
    return typed.stream()
            .allMatch(begun ->
                Stream.concat(entry.words().stream(), entry.context().stream())
                    .anyMatch(word -> word.startsWith(begun)))
        && typed.stream()
            .anyMatch(begun -> entry.words().stream().anyMatch(word -> word.startsWith(begun)));
  }

  private List<Entry> entries(int size) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<String> words = words(1 + random.nextInt(4), 3);
      Kind kind = KINDS.get(random.nextInt(KINDS.size()));
      Suggestion suggestion =
          new Suggestion(kind, String.join(" ", words) + " " + i, "" + i, random.nextInt(5));
      entries.add(new Entry(suggestion, words, words(random.nextInt(3), 3)));
    }
    return entries;
  }

  private List<String> words(int count, int length) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder word = new StringBuilder();
      for (int letter = random.nextInt(length); letter >= 0; letter--) {
        word.append((char) ('a' + random.nextInt(3)));
      }
      words.add(word.toString());
    }
    return words;
  }
}
