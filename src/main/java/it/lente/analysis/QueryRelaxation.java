package it.lente.analysis;

import it.lente.analysis.QueryPart.Word;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Match;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Relaxes a formula to some of its parts: for sentences, and if nothing contains all parts. */
final class QueryRelaxation {

  /** Minimum number of plain words in a sentence. */
  private static final int SENTENCE = 6;

  private static final int MOST_PER_CENT = 60;

  /** Maximum number of words of a family, the most frequent ones; rarer ones would mean little. */
  private static final int FAMILY = 64;

  /** Maximum number of letters by which a word of the family exceeds the typed word. */
  private static final int LONGER = 6;

  private final Match match;

  /** Whether the text ends with a question mark. */
  private final boolean question;

  /** The parts that are plain words. */
  private final BitSet words;

  QueryRelaxation(TextQuery query, BitSet words) {
    this.match = query.match();
    this.question = query.text().strip().endsWith("?");
    this.words = words;
  }

  /** Returns the formula itself if all of its parts are required. */
  MatchExpression of(MatchExpression formula) {
    List<MatchExpression> all =
        formula instanceof MatchExpression.All each ? each.formulas() : List.of(formula);
    List<MatchExpression> loose = all.stream().filter(this::isLoose).toList();
    int least =
        switch (match) {
          case ALL -> loose.size() < SENTENCE && !question ? loose.size() : 1;
          case MOST -> Math.ceilDiv(MOST_PER_CENT * loose.size(), 100);
          case ANY -> 1;
        };
    if (least >= loose.size()) {
      return formula;
    }
    List<MatchExpression> strict = new ArrayList<>(all);
    strict.removeAll(loose);
    strict.addFirst(new MatchExpression.AtLeast(least, loose));
    return MatchExpression.all(strict);
  }

  /** Quoted words of a sentence, and words restricted to a field, are always required. */
  private boolean isLoose(MatchExpression formula) {
    if (match != Match.ALL) {
      return !(formula instanceof MatchExpression.Not);
    }
    return formula instanceof MatchExpression.Part one && words.get(one.number());
  }

  /** Returns words that begin like a part's only word, by frequency; none for other parts. */
  static List<String> family(QueryPart part, Dictionary dictionary) {
    List<Word> alternative = part.alternatives().getFirst().words();
    String typed = alternative.getFirst().typed();
    String beginning = alternative.size() > 1 ? "" : WordFamily.beginning(typed);
    if (beginning.isEmpty()) {
      return List.of();
    }
    return dictionary.startingWith(beginning).forms().stream()
        .filter(form -> form.length() <= typed.length() + LONGER)
        .limit(FAMILY)
        .toList();
  }
}
