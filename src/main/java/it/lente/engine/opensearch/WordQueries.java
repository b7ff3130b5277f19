package it.lente.engine.opensearch;

import it.lente.analysis.MatchExpression;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.QueryPart;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import it.lente.engine.Scope;
import it.lente.engine.hits.SearchedFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The words of a question as a query: which processes match, and their scores. */
final class WordQueries {

  /** Weight of a word as typed, in its other forms, and by its family. */
  private static final double TYPED = 1.2;

  private static final double INFLECTED = 1.1;
  private static final double FAMILY = .8;

  /** Exceeds any score, so that processes with all words precede those with some. */
  private static final int BONUS = 1000;

  private static final double TIE = .1;

  static final Map<String, Object> ALL = Map.of("match_all", Map.of());
  static final Map<String, Object> NONE = Map.of("match_none", Map.of());

  private final QueryMatcher matcher;
  private final Scope scope;
  private final FormTable forms;

  WordQueries(QueryMatcher matcher, Scope scope, FormTable forms) {
    this.matcher = matcher;
    this.scope = scope;
    this.forms = forms;
  }

  /**
   * Returns the query.
   *
   * @param filter conditions that every result fulfils
   * @param scores whether results are scored; families are looked up only then
   */
  Map<String, Object> query(List<Object> filter, boolean scores) {
    List<Object> conditions = new ArrayList<>(filter);
    conditions.add(condition(matcher.formula()));
    if (!scores) {
      return Map.of("bool", Map.of("filter", conditions));
    }
    List<Object> scored = new ArrayList<>();
    for (int part = 0; part < matcher.parts().size(); part++) {
      if (matcher.isWanted(part)) {
        List<Object> alternatives = scored(part);
        if (!alternatives.isEmpty()) {
          scored.add(best(alternatives));
        }
      }
    }
    addBonus(matcher.formula(), scored);
    return Map.of(
        "bool", Map.of("filter", conditions, "should", scored, "minimum_should_match", 0));
  }

  private void addBonus(MatchExpression formula, List<Object> scored) {
    switch (formula) {
      case MatchExpression.AtLeast some ->
          scored.add(
              Map.of(
                  "constant_score",
                  Map.of(
                      "boost",
                      BONUS,
                      "filter",
                      condition(new MatchExpression.All(some.formulas())))));
      case MatchExpression.All all -> all.formulas().forEach(each -> addBonus(each, scored));
      default -> {
        // Only a sentence has processes with all words and with some.
      }
    }
  }

  private Map<String, Object> condition(MatchExpression formula) {
    return switch (formula) {
      case MatchExpression.Part one -> occurs(matcher.parts().get(one.number()));
      case MatchExpression.All all ->
          all.formulas().isEmpty()
              ? ALL
              : Map.of("bool", Map.of("filter", conditions(all.formulas())));
      case MatchExpression.Any any -> any(conditions(any.formulas()), 1);
      case MatchExpression.AtLeast some -> any(conditions(some.formulas()), some.least());
      case MatchExpression.Not not -> Map.of("bool", Map.of("must_not", condition(not.formula())));
    };
  }

  private List<Object> conditions(List<MatchExpression> formulas) {
    return formulas.stream().<Object>map(this::condition).toList();
  }

  private static Map<String, Object> any(List<Object> some, int least) {
    return some.size() < least
        ? NONE
        : Map.of("bool", Map.of("should", some, "minimum_should_match", least));
  }

  /** Returns the condition that a part occurs in one of its fields. */
  private Map<String, Object> occurs(QueryPart part) {
    List<Object> some = new ArrayList<>();
    for (String field : SearchedFields.of(part.field(), scope).keySet()) {
      for (Sequence sequence : part.alternatives()) {
        if (mayOccur(field, sequence)) {
          some.add(
              sequence.words().size() > 1
                  ? phrase(field, sequence, 1)
                  : Map.of(
                      "terms", Map.of(field, known(field, sequence.words().getFirst().forms()))));
        }
      }
    }
    return any(some, 1);
  }

  /** Returns the condition that a sequence occurs in any field. */
  static Map<String, Object> anywhere(Sequence sequence) {
    return any(
        PositionMap.FIELDS.stream().<Object>map(field -> phrase(field, sequence, 1)).toList(), 1);
  }

  private List<Object> scored(int number) {
    QueryPart part = matcher.parts().get(number);
    List<String> family = matcher.family(number);
    List<Object> scored = new ArrayList<>();
    SearchedFields.of(part.field(), scope)
        .forEach((field, boost) -> {
          for (Sequence sequence : part.alternatives()) {
            if (mayOccur(field, sequence)) {
              double weight = boost * sequence.weight();
              scored.add(
                  sequence.words().size() > 1
                      ? phrase(field, sequence, weight)
                      : word(field, sequence.words().getFirst(), weight));
            }
          }
          if (!known(field, family).isEmpty()) {
            scored.add(set(field, String.join("|", known(field, family)), boost * FAMILY));
          }
        });
    return scored;
  }

  /** Returns the score of all forms as one word and of the typed one, mostly the better. */
  private Map<String, Object> word(String field, Word word, double weight) {
    List<String> found = known(field, word.forms());
    if (word.forms().size() == 1) {
      return set(field, found.getFirst(), weight * TYPED);
    }
    boolean equal = word.weight() == 1 || found.equals(List.of(word.typed()));
    Map<String, Object> any =
        equal
            ? set(field, String.join("|", found), weight * INFLECTED)
            : set(field, weighed(word, found), weight * INFLECTED * ClusterSchema.SCALED);
    return found.contains(word.typed())
        ? best(List.of(any, set(field, word.typed(), weight * TYPED)))
        : any;
  }

  /** Returns the forms, each as often as it weighs. */
  private static String weighed(Word word, List<String> found) {
    List<String> weighed = new ArrayList<>();
    for (String form : found) {
      double weight = form.equals(word.typed()) ? 1 : word.weight();
      int times = (int) Math.round(weight * ClusterSchema.SCALE);
      weighed.addAll(Collections.nCopies(times, form));
    }
    return String.join("|", weighed);
  }

  static Map<String, Object> best(List<Object> some) {
    return some.size() == 1
        ? castable(some.getFirst())
        : Map.of("dis_max", Map.of("tie_breaker", TIE, "queries", some));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> castable(Object query) {
    return (Map<String, Object>) query;
  }

  /** Returns the query for forms that are scored as one word. */
  static Map<String, Object> set(String field, String alternatives, double boost) {
    return Map.of("match", Map.of(field, Map.of("query", alternatives, "boost", boost)));
  }

  private static Map<String, Object> phrase(String field, Sequence sequence, double boost) {
    List<String> words =
        sequence.words().stream()
            .map(word -> word.isAny() ? "_" : String.join("|", word.forms()))
            .toList();
    return Map.of(
        "match_phrase", Map.of(field, Map.of("query", String.join(" ", words), "boost", boost)));
  }

  private boolean mayOccur(String field, Sequence sequence) {
    return sequence.words().stream()
        .allMatch(word -> word.isAny() || !known(field, word.forms()).isEmpty());
  }

  /** Returns those of some forms that occur in a field, or may. */
  private List<String> known(String field, List<String> some) {
    int number = PositionMap.FIELDS.indexOf(field);
    return some.stream()
        .filter(form -> {
          int index = forms.ceiling(form);
          return index < forms.size()
              && forms.form(index).equals(form)
              && (number < 0 || forms.count(form, number) > 0);
        })
        .toList();
  }
}
