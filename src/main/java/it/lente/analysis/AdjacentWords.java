package it.lente.analysis;

import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import it.lente.record.Substitution;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Condition;
import it.lente.record.TextQuery.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Words of one field that were typed side by side, and their meaning together: the citation of an
 * act, a compound typed apart, an expression that has synonyms.
 */
final class AdjacentWords {

  /** Weight of a synonym relative to the typed words. */
  private static final float SYNONYM = .8f;

  /** Maximum number of groups of one number or code, such as an IBAN in groups of four. */
  private static final int LONGEST_CODE = 8;

  private final List<Clause> clauses;
  private final List<List<String>> forms;

  AdjacentWords(List<Clause> clauses) {
    this.clauses = List.copyOf(clauses);
    this.forms = clauses.stream().map(clause -> FormReader.forms(clause.text())).toList();
  }

  /** Returns the run that begins at a condition: one clause if no word, empty if no clause. */
  static AdjacentWords at(int from, List<Condition> conditions) {
    List<Clause> run = new ArrayList<>();
    for (Condition condition : conditions.subList(from, conditions.size())) {
      if (!(condition instanceof Clause clause) || !(run.isEmpty() || isBeside(run, clause))) {
        break;
      }
      run.add(clause);
    }
    return new AdjacentWords(run);
  }

  private static boolean isBeside(List<Clause> run, Clause clause) {
    return clause.kind() == Kind.WORD
        && run.getLast().kind() == Kind.WORD
        && run.getLast().field() == clause.field();
  }

  /** Returns the words up to the next fixed expression. */
  AdjacentWords beforeExpression() {
    for (int i = 1; i < size(); i++) {
      if (expression(i).isPresent()) {
        return new AdjacentWords(clauses.subList(0, i));
      }
    }
    return this;
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

  private List<String> forms(int from, int end) {
    return forms.subList(from, end).stream().flatMap(List::stream).toList();
  }

  private boolean isOfWords() {
    return !clauses.isEmpty() && clauses.getFirst().kind() == Kind.WORD;
  }

  /** Returns the fixed expression that begins with a clause and ends with one. */
  Optional<FixedExpression> expression(int clause) {
    return isOfWords()
        ? ExpressionFinder.at(forms(clause, size())).filter(found -> isOfClauses(clause, found))
        : Optional.empty();
  }

  private boolean isOfClauses(int clause, FixedExpression found) {
    int after = after(clause, found);
    return after > 0 && (!found.ofDigits() || after == clause + 1);
  }

  /** Returns the clause after an expression, -1 if the expression ends inside one. */
  int after(int clause, FixedExpression expression) {
    int after = clause;
    int left = expression.length();
    while (left > 0) {
      left -= forms.get(after++).size();
    }
    return left == 0 ? after : -1;
  }

  /**
   * Alternatives shared by adjacent words. Each of the words has them as alternatives of its own,
   * so that one occurrence matches all of the words.
   *
   * @param from the first of the words
   * @param end exclusive
   * @param note the synonyms among them, for people
   */
  record SharedAlternatives(
      int from, int end, List<Sequence> sequences, Optional<Substitution> note) {

    boolean cover(int clause) {
      return from <= clause && clause < end;
    }
  }

  /** Returns the shared alternatives from compounds typed apart and from synonyms. */
  List<SharedAlternatives> others(Synonyms synonyms, Predicate<Sequence> known) {
    List<SharedAlternatives> others = new ArrayList<>();
    for (int from = 0; from < size(); from++) {
      joined(from).ifPresent(others::add);
      digits(from, known).ifPresent(others::add);
      int longest = synonyms.longest(forms.get(from));
      int end = from + 1;
      while (end <= size() && forms(from, end).size() <= longest) {
        synonyms(from, end++, synonyms, known).ifPresent(others::add);
      }
    }
    return others;
  }

  /** Joins a word and the next. */
  private Optional<SharedAlternatives> joined(int first) {
    boolean two = isOfWords() && first + 1 < size();
    List<String> both = two ? forms(first, first + 2) : List.of();
    return both.size() == 2 && forms.get(first).size() == 1
        ? Spellings.joined(both.getFirst(), both.getLast())
            .map(one -> List.of(Sequence.of(Word.inflected(one))))
            .map(one -> new SharedAlternatives(first, first + 2, one, Optional.empty()))
        : Optional.empty();
  }

  /** Joins the most groups of digits typed apart that are one number or code. */
  private Optional<SharedAlternatives> digits(int first, Predicate<Sequence> known) {
    int longest = isOfWords() ? Math.min(size(), first + LONGEST_CODE) : first;
    for (int after = longest; after > first + 1; after--) {
      List<String> groups = forms(first, after);
      List<Sequence> ways =
          Spellings.joinedDigits(groups).map(Sequence::exact).filter(known).toList();
      if (!ways.isEmpty()) {
        return Optional.of(new SharedAlternatives(first, after, ways, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /** A phrase and its synonyms keep their forms; open words have no synonyms. */
  private Optional<SharedAlternatives> synonyms(
      int from, int end, Synonyms synonyms, Predicate<Sequence> known) {
    List<String> some = forms(from, end);
    List<String> names = new ArrayList<>();
    List<Sequence> sequences = new ArrayList<>();
    boolean phrase = clauses.getFirst().kind() == Kind.PHRASE;
    boolean any = phrase || isOfWords();
    List<Synonyms.Member> members = phrase ? synonyms.exactly(some) : synonyms.inflected(some);
    for (Synonyms.Member member : any ? members : List.<Synonyms.Member>of()) {
      Sequence all = phrase ? Sequence.exact(member.forms()) : Sequence.inflected(member.forms());
      if (known.test(all)) {
        sequences.add(all.weighing(SYNONYM));
        names.add(member.text());
      }
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SharedAlternatives(
                from, end, sequences, Optional.of(new Substitution(typed(from, end), names))));
  }

  private String typed(int from, int end) {
    return clauses.subList(from, end).stream().map(Clause::text).collect(Collectors.joining(" "));
  }
}
