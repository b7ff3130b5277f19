package it.lente.search;

import it.lente.engine.Deadline;
import it.lente.engine.SearchEngine;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.All;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A question that asks for less than one without results.
 *
 * @param total number of processes that match it, without filters
 */
public record SimplerQuestion(String q, int total) {

  /** Number of proposals after which no further part of the question is taken apart. */
  private static final int WORDS = 6;

  /** Letters of the longest word that is not proposed alone if there are longer ones. */
  private static final int SHORT = 3;

  /**
   * Returns the same words without filters and quotes, and each of them alone, if they are found.
   */
  static List<SimplerQuestion> of(SearchEngine engine, Question question, Deadline deadline) {
    TextQuery query = question.request().query();
    Set<String> simpler = new LinkedHashSet<>(List.of(query.text()));
    simpler.add(query.text().replaceAll("[\"«»“”]", " ").strip().replaceAll("\\s+", " "));
    List<Condition> parts =
        query.condition() instanceof All all ? all.conditions() : List.of(query.condition());
    for (Condition part : parts) {
      if (part instanceof Clause clause && simpler.size() < WORDS) {
        simpler.add(WrittenQuery.of(new TextQuery("", clause)));
        simpler.addAll(List.of(clause.text().split("\\s+")));
      }
    }
    boolean hasLong = simpler.stream().anyMatch(SimplerQuestion::isLongWord);
    simpler.removeIf(each -> hasLong && isShortWord(each) && !each.equals(query.text()));
    return found(engine, simpler, deadline);
  }

  private static boolean isLongWord(String typed) {
    return typed.matches("\\S+") && typed.length() > SHORT;
  }

  /** Returns whether this is an article or the like; acronyms are in capitals. */
  private static boolean isShortWord(String typed) {
    return typed.matches("\\S+")
        && typed.length() <= SHORT
        && !typed.equals(typed.toUpperCase(Locale.ROOT));
  }

  /** Returns those of some questions that find something. */
  static List<SimplerQuestion> found(SearchEngine engine, Set<String> typed, Deadline deadline) {
    List<TextQuery> queries = new ArrayList<>();
    typed.forEach(q -> queries.add(QueryLanguage.parse(q).query()));
    queries.removeIf(query -> query.text().isBlank());
    Map<TextQuery, Integer> counts = engine.counts(queries, deadline);
    return queries.stream()
        .map(query -> new SimplerQuestion(query.text(), counts.getOrDefault(query, 0)))
        .filter(each -> each.total() > 0)
        .toList();
  }
}
