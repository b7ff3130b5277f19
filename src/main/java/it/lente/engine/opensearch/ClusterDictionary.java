package it.lente.engine.opensearch;

import it.lente.analysis.Dictionary;
import it.lente.analysis.EditDistance;
import it.lente.analysis.QueryPart;
import it.lente.engine.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The forms of a commit, in memory; only a sequence of words is asked of the cluster. */
final class ClusterDictionary implements Dictionary {

  /** Number of forms compared between two checks of the deadline. */
  private static final int LOOK = 64;

  private final FormTable forms;
  private final Predicate<QueryPart.Sequence> occurs;
  private final int most;
  private final Deadline deadline;

  /**
   * Creates a dictionary that throws once the deadline has passed.
   *
   * @param occurs returns whether a sequence occurs in any field of any process
   * @param most number of forms to return for one word
   */
  ClusterDictionary(
      FormTable forms, Predicate<QueryPart.Sequence> occurs, int most, Deadline deadline) {
    this.forms = forms;
    this.occurs = occurs;
    this.most = most;
    this.deadline = deadline;
  }

  @Override
  public Set<List<String>> known(Collection<List<String>> words) {
    Set<List<String>> known = new HashSet<>();
    for (List<String> word : words) {
      if (word.stream().anyMatch(this::isKnown)) {
        known.add(word);
      }
    }
    return known;
  }

  private boolean isKnown(String form) {
    int index = forms.ceiling(form);
    return index < forms.size() && forms.form(index).equals(form);
  }

  @Override
  public long frequency(Collection<String> some) {
    deadline.check();
    return some.stream()
        .filter(this::isKnown)
        .mapToLong(form -> forms.sum(forms.ceiling(form)))
        .sum();
  }

  @Override
  public Forms startingWith(String prefix) {
    return forms(prefix, form -> true);
  }

  @Override
  public Forms near(List<String> some, int edits) {
    String first = some.getFirst();
    String letter = first.substring(0, first.offsetByCodePoints(0, 1));
    return forms(
        letter, other -> some.stream().anyMatch(form -> EditDistance.isWithin(edits, form, other)));
  }

  @Override
  public Forms matching(String pattern) {
    int open = 0;
    while (open < pattern.length() && "*?".indexOf(pattern.charAt(open)) < 0) {
      open++;
    }
    StringBuilder expression = new StringBuilder();
    for (int at = 0; at < pattern.length(); at++) {
      char each = pattern.charAt(at);
      expression.append(
          each == '*' ? ".*" : each == '?' ? "." : Pattern.quote(Character.toString(each)));
    }
    return forms(
        pattern.substring(0, open), Pattern.compile(expression.toString()).asMatchPredicate());
  }

  @Override
  public boolean hasRun(QueryPart.Sequence sequence) {
    deadline.check();
    return occurs.test(sequence);
  }

  /** Counts as read what an index reads: each form once for each field that has it. */
  private Forms forms(String prefix, Predicate<String> wanted) {
    deadline.check();
    Map<String, Long> frequencies = new HashMap<>();
    List<Integer> found = new ArrayList<>();
    int compared = 0;
    for (int i = forms.ceiling(prefix); i < forms.size() && forms.form(i).startsWith(prefix); i++) {
      if (++compared % LOOK == 0) {
        deadline.check();
      }
      if (wanted.test(forms.form(i))) {
        found.add(i);
        frequencies.put(forms.form(i), forms.sum(i));
      }
    }
    int read = found.stream().mapToInt(forms::fields).sum();
    return Forms.mostFrequent(frequencies, most, read);
  }
}
