package it.lente.analysis;

import it.lente.analysis.Occurrences.Match;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one matcher: what a question means, and where a text answers it. Lists, counts, page numbers,
 * excerpts and marks all come from {@link #occurrences}, whether the positions are an index's or a
 * text's, so they agree by construction.
 */
public final class QueryMatcher {

  private static final Set<String> FUNCTION_WORDS = WordList.words("function-words.txt");

  /** First parts of compounds that are written joined, with a hyphen or apart. */
  private static final Set<String> FIRST_PARTS = WordList.words("first-parts.txt");

  private static final int SHORTEST_SECOND_PART = 4;

  private final List<QueryPart> required;
  private final List<QueryPart> excluded;
  private final List<String> passedOver;

  private QueryMatcher(
      List<QueryPart> required, List<QueryPart> excluded, List<String> passedOver) {
    this.required = List.copyOf(required);
    this.excluded = List.copyOf(excluded);
    this.passedOver = List.copyOf(passedOver);
  }

  /** Function words are passed over, unless there is nothing else to find. */
  public static QueryMatcher of(TextQuery query) {
    QueryMatcher content = compile(query, FUNCTION_WORDS);
    return content.asks() ? content : compile(query, Set.of());
  }

  private static QueryMatcher compile(TextQuery query, Set<String> toPassOver) {
    Set<QueryPart> required = new LinkedHashSet<>();
    Set<QueryPart> excluded = new LinkedHashSet<>();
    List<String> passedOver = new ArrayList<>();
    for (Clause clause : query.clauses()) {
      List<String> forms = FormReader.forms(clause.text());
      if (forms.isEmpty()) {
        continue;
      }
      if (clause.kind() == Kind.WORD && toPassOver.containsAll(forms)) {
        passedOver.add(clause.text());
        continue;
      }
      (clause.excluded() ? excluded : required).add(part(clause.kind(), forms));
    }
    return new QueryMatcher(List.copyOf(required), List.copyOf(excluded), passedOver);
  }

  /** What must be there. */
  public List<QueryPart> required() {
    return required;
  }

  /** What must not be there. */
  public List<QueryPart> excluded() {
    return excluded;
  }

  /** Every form whose positions {@link #occurrences} asks for. */
  public Set<String> forms() {
    return required.stream()
        .map(QueryPart::forms)
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Clauses of function words that do not count, as typed. */
  public List<String> passedOver() {
    return passedOver;
  }

  /** Whether there is anything to find and mark. */
  public boolean asks() {
    return !required.isEmpty();
  }

  /** Whether one condition holds in any of the texts. */
  public static boolean holds(QueryPart part, List<Positions> texts) {
    return texts.stream().anyMatch(part::occursIn);
  }

  /** Every occurrence in a text. */
  public Occurrences occurrences(Positions text) {
    Match[] matches = new Match[16];
    int count = 0;
    for (int part = 0; part < required.size(); part++) {
      for (Sequence sequence : required.get(part).alternatives()) {
        for (int start : QueryPart.starts(sequence, text)) {
          if (count == matches.length) {
            matches = Arrays.copyOf(matches, 2 * count);
          }
          matches[count++] = new Match(start, start + sequence.words().size(), part);
        }
      }
    }
    return count == 0 ? Occurrences.NONE : Occurrences.merged(matches, count);
  }

  private static QueryPart part(Kind kind, List<String> forms) {
    if (kind == Kind.PHRASE) {
      return new QueryPart(List.of(new Sequence(forms.stream().map(Word::exact).toList())));
    }
    List<Sequence> alternatives = new ArrayList<>();
    alternatives.add(new Sequence(forms.stream().map(Word::inflected).toList()));
    if (forms.size() > 1) {
      String joined = String.join("", forms);
      if (joined.chars().allMatch(Character::isLetter)) {
        alternatives.add(Sequence.of(Word.inflected(joined)));
      }
    } else {
      addParted(alternatives, forms.getFirst());
    }
    return new QueryPart(alternatives);
  }

  /** A compound written joined may stand apart in the text: coprogettazione, co progettazione. */
  private static void addParted(List<Sequence> alternatives, String form) {
    for (int cut = 1; cut <= form.length() - SHORTEST_SECOND_PART; cut++) {
      String first = form.substring(0, cut);
      if (FIRST_PARTS.contains(first)) {
        alternatives.add(
            new Sequence(List.of(Word.exact(first), Word.inflected(form.substring(cut)))));
      }
    }
  }
}
