package it.lente.analysis;

import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Condition;
import it.lente.record.TextQuery.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words that were typed side by side, all for one field, and what they mean together: the citation
 * of an act, a compound typed apart.
 */
final class WordRun {

  private final List<Clause> clauses;
  private final List<List<String>> forms;

  WordRun(List<Clause> clauses) {
    this.clauses = List.copyOf(clauses);
    this.forms = clauses.stream().map(clause -> FormReader.forms(clause.text())).toList();
  }

  /** The run that begins at a condition; of one clause if that is no word, empty if no clause. */
  static WordRun at(int from, List<Condition> conditions) {
    List<Clause> run = new ArrayList<>();
    for (Condition condition : conditions.subList(from, conditions.size())) {
      if (!(condition instanceof Clause clause) || !(run.isEmpty() || isBeside(run, clause))) {
        break;
      }
      run.add(clause);
    }
    return new WordRun(run);
  }

  private static boolean isBeside(List<Clause> run, Clause clause) {
    return clause.kind() == Kind.WORD
        && run.getLast().kind() == Kind.WORD
        && run.getLast().field() == clause.field();
  }

  int size() {
    return clauses.size();
  }

  Clause clause(int number) {
    return clauses.get(number);
  }

  List<String> forms(int clause) {
    return forms.get(clause);
  }

  private List<String> forms(int from, int behind) {
    return forms.subList(from, behind).stream().flatMap(List::stream).toList();
  }

  private boolean isOfWords() {
    return clauses.getFirst().kind() == Kind.WORD;
  }

  /** The citation of an act that a clause begins, if it ends with a clause, too. */
  Optional<ActCitation> citation(int clause) {
    return isOfWords()
        ? ActCitation.at(forms(clause, size())).filter(found -> behind(clause, found) >= 0)
        : Optional.empty();
  }

  /** The clause behind a citation, -1 if it ends inside one. */
  int behind(int clause, ActCitation citation) {
    int behind = clause;
    int left = citation.length();
    while (left > 0) {
      left -= forms.get(behind++).size();
    }
    return left == 0 ? behind : -1;
  }

  /**
   * What will do in the place of several clauses, this one among them. Each of them takes it as an
   * alternative of its own, so that it answers all of them.
   */
  List<Sequence> inPlaceOf(int clause) {
    List<Sequence> others = new ArrayList<>();
    if (clause > 0) {
      joined(clause - 1).ifPresent(others::add);
    }
    if (clause + 1 < size()) {
      joined(clause).ifPresent(others::add);
    }
    return others;
  }

  /** A clause and the next, as one word. */
  private Optional<Sequence> joined(int clause) {
    List<String> both = forms(clause, clause + 2);
    return both.size() == 2 && forms.get(clause).size() == 1
        ? Spellings.joined(both.getFirst(), both.getLast())
            .map(one -> Sequence.of(Word.inflected(one)))
        : Optional.empty();
  }
}
