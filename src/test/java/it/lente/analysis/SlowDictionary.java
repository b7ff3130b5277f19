package it.lente.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A dictionary that looks at every word of every text: the slow way to the same forms. */
public final class SlowDictionary implements Dictionary {

  private final Collection<Set<String>> texts;
  private final Predicate<QueryPart.Sequence> runs;

  private SlowDictionary(Collection<Set<String>> texts, Predicate<QueryPart.Sequence> runs) {
    this.texts = texts;
    this.runs = runs;
  }

  /** Returns the dictionary of some texts. */
  public static SlowDictionary of(Collection<TextPositions> texts) {
    return new SlowDictionary(
        texts.stream().map(TextPositions::forms).toList(),
        sequence -> texts.stream().anyMatch(text -> QueryPart.starts(sequence, text).length > 0));
  }

  /** Returns the dictionary of some forms, in whatever order they occur. */
  static SlowDictionary ofForms(Set<String> forms) {
    return new SlowDictionary(List.of(forms), sequence -> true);
  }

  @Override
  public Set<List<String>> known(Collection<List<String>> words) {
    return words.stream()
        .filter(forms -> texts.stream().anyMatch(text -> forms.stream().anyMatch(text::contains)))
        .collect(Collectors.toSet());
  }

  @Override
  public long frequency(Collection<String> forms) {
    return texts.stream().mapToLong(text -> forms.stream().filter(text::contains).count()).sum();
  }

  @Override
  public Forms startingWith(String prefix) {
    return those(form -> form.startsWith(prefix));
  }

  @Override
  public Forms near(List<String> forms, int edits) {
    return those(other ->
        forms.stream()
            .anyMatch(form ->
                other.charAt(0) == form.charAt(0)
                    && distance(form.substring(1), other.substring(1)) <= edits));
  }

  @Override
  public Forms matching(String pattern) {
    String regex = pattern.replace("*", ".*").replace("?", ".");
    return those(form -> form.matches(regex));
  }

  @Override
  public boolean hasRun(QueryPart.Sequence sequence) {
    return runs.test(sequence);
  }

  private Forms those(Predicate<String> wanted) {
    Map<String, Long> frequencies = new HashMap<>();
    for (Set<String> text : texts) {
      text.stream().filter(wanted).forEach(form -> frequencies.merge(form, 1L, Long::sum));
    }
    return Forms.mostFrequent(frequencies, MOST, frequencies.size());
  }

  /** Letters put in, left out, changed or swapped, none of them touched twice. */
  private static int distance(String one, String other) {
    int[][] costs = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int k = 0; k <= other.length(); k++) {
        costs[i][k] = i == 0 || k == 0 ? i + k : cheapest(costs, one, other, i, k);
      }
    }
    return costs[one.length()][other.length()];
  }

  private static int cheapest(int[][] costs, String one, String other, int i, int k) {
    boolean same = one.charAt(i - 1) == other.charAt(k - 1);
    int least = Math.min(costs[i - 1][k], costs[i][k - 1]) + 1;
    least = Math.min(least, costs[i - 1][k - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && k > 1
            && one.charAt(i - 1) == other.charAt(k - 2)
            && one.charAt(i - 2) == other.charAt(k - 1);
    return swapped ? Math.min(least, costs[i - 2][k - 2] + 1) : least;
  }
}
