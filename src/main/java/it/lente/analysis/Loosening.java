package it.lente.analysis;

import it.lente.analysis.QueryPart.Word;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Match;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Where some of a question's parts are enough: in sentences, and where nothing holds all. */
final class Loosening {

  /** So many words that must not all be there make a sentence. */
  private static final int SENTENCE = 6;

  private static final int MOST_PER_CENT = 60;

  /** The most words of a family, the most frequent ones; rarer ones would cost and say little. */
  private static final int FAMILY = 64;

  /** By how many letters a word of the family may be longer. */
  private static final int LONGER = 6;

  private final Match match;

  /** Whether it ends with a question mark. */
  private final boolean question;

  /** Which parts are plain words. */
  private final BitSet words;

  Loosening(TextQuery query, BitSet words) {
    this.match = query.match();
    this.question = query.text().strip().endsWith("?");
    this.words = words;
  }

  /** The formula itself where all of it must hold. */
  Formula of(Formula formula) {
    List<Formula> all = formula instanceof Formula.All each ? each.formulas() : List.of(formula);
    List<Formula> loose = all.stream().filter(this::isLoose).toList();
    int least =
        switch (match) {
          case ALL -> loose.size() < SENTENCE && !question ? loose.size() : 1;
          case MOST -> Math.ceilDiv(MOST_PER_CENT * loose.size(), 100);
          case ANY -> 1;
        };
    if (least >= loose.size()) {
      return formula;
    }
    List<Formula> strict = new ArrayList<>(all);
    strict.removeAll(loose);
    strict.addFirst(new Formula.AtLeast(least, loose));
    return Formula.all(strict);
  }

  /** What is quoted or held to a field in a sentence is meant. */
  private boolean isLoose(Formula formula) {
    if (match != Match.ALL) {
      return !(formula instanceof Formula.Not);
    }
    return formula instanceof Formula.Part one && words.get(one.number());
  }

  /** Words that begin like a part's only word, the most frequent first; none for other parts. */
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
