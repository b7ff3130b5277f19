package it.lente.analysis;

import it.lente.analysis.Occurrences.Match;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.QueryPart.Word;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

  private final List<QueryPart> required = new ArrayList<>();
  private final List<QueryPart> excluded = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();
  private final Dictionary dictionary;

  private QueryMatcher(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * Function words are passed over, unless there is nothing else to find.
   *
   * @param dictionary what open words are closed against
   */
  public static QueryMatcher of(TextQuery query, Dictionary dictionary) {
    QueryMatcher content = compile(query, FUNCTION_WORDS, dictionary);
    return content.asks() ? content : compile(query, Set.of(), dictionary);
  }

  private static QueryMatcher compile(
      TextQuery query, Set<String> toPassOver, Dictionary dictionary) {
    QueryMatcher matcher = new QueryMatcher(dictionary);
    for (Clause clause : query.clauses()) {
      List<String> forms = FormReader.forms(clause.text());
      if (forms.isEmpty()) {
        continue;
      }
      if (clause.kind() == Kind.WORD && toPassOver.containsAll(forms)) {
        matcher.passedOver.add(clause.text());
        continue;
      }
      List<QueryPart> parts = clause.excluded() ? matcher.excluded : matcher.required;
      QueryPart part = matcher.part(clause, forms);
      if (!parts.contains(part)) {
        parts.add(part);
      }
    }
    return matcher;
  }

  /** What must be there. */
  public List<QueryPart> required() {
    return Collections.unmodifiableList(required);
  }

  /** What must not be there. */
  public List<QueryPart> excluded() {
    return Collections.unmodifiableList(excluded);
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
    return Collections.unmodifiableList(passedOver);
  }

  /** Open words of which only the {@link Dictionary#MOST} most frequent forms are looked for. */
  public List<String> cut() {
    return Collections.unmodifiableList(cut);
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

  private QueryPart part(Clause clause, List<String> forms) {
    if (clause.kind() == Kind.PHRASE) {
      return new QueryPart(List.of(new Sequence(forms.stream().map(Word::exact).toList())));
    }
    List<Sequence> alternatives = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    forms.subList(0, forms.size() - 1).forEach(form -> words.add(Word.inflected(form)));
    words.add(last(clause, forms.getLast()));
    alternatives.add(new Sequence(words));
    if (forms.size() > 1) {
      String joined = String.join("", forms);
      if (joined.chars().allMatch(Character::isLetter)) {
        alternatives.add(Sequence.of(last(clause, joined)));
      }
    } else {
      addParted(alternatives, clause, forms.getFirst());
    }
    return new QueryPart(alternatives);
  }

  /** What a clause's last form stands for: that is where letters may be left open. */
  private Word last(Clause clause, String form) {
    return switch (clause.kind()) {
      case PREFIX -> Word.startingWith(form, closed(clause, dictionary.startingWith(form)));
      case FUZZY -> Word.near(form, closed(clause, dictionary.near(form, clause.edits())));
      case WORD -> Word.inflected(form);
      case PHRASE -> Word.exact(form);
    };
  }

  private List<String> closed(Clause clause, Dictionary.Forms found) {
    if (!found.complete() && !cut.contains(clause.text())) {
      cut.add(clause.text());
    }
    return found.forms();
  }

  /** A compound written joined may stand apart in the text: coprogettazione, co progettazione. */
  private void addParted(List<Sequence> alternatives, Clause clause, String form) {
    for (int at = 1; at <= form.length() - SHORTEST_SECOND_PART; at++) {
      String first = form.substring(0, at);
      if (FIRST_PARTS.contains(first)) {
        alternatives.add(
            new Sequence(List.of(Word.exact(first), last(clause, form.substring(at)))));
      }
    }
  }
}
