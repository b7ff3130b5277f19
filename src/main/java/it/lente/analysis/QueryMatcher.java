package it.lente.analysis;

import it.lente.analysis.QueryPart.Sequence;
import it.lente.record.QueryInterpretation;
import it.lente.record.TextQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Matches a question with texts. Lists, counts, page numbers, excerpts and marks all use {@link
 * #occurrences}, with positions from an index or from a text, so they agree by construction.
 */
public final class QueryMatcher {

  private final List<QueryPart> parts;
  private final Optional<Supplier<List<List<String>>>> looksUpFamilies;
  private final MatchExpression formula;
  private final long wanted;
  private final QueryInterpretation interpretation;
  private List<List<String>> families;

  /**
   * Creates a matcher from the results of {@link QueryCompiler}.
   *
   * @param parts at most 64, but for words that are split; the bits of further parts repeat
   * @param families by part, present if some of the parts suffice
   */
  QueryMatcher(
      List<QueryPart> parts,
      Optional<Supplier<List<List<String>>>> families,
      MatchExpression formula,
      QueryNotes notes) {
    this.parts = List.copyOf(parts);
    this.looksUpFamilies = families;
    this.formula = formula;
    this.wanted = formula.wanted();
    this.interpretation = notes.interpretation(families.isPresent());
  }

  /**
   * Compiles a question. Function words are ignored, unless there are no others.
   *
   * @param dictionary of the collection, to expand open words
   */
  public static QueryMatcher of(TextQuery query, Dictionary dictionary, Synonyms synonyms) {
    return QueryCompiler.compile(query, dictionary, synonyms);
  }

  /** Compiles a question with the shipped synonyms. */
  public static QueryMatcher of(TextQuery query, Dictionary dictionary) {
    return of(query, dictionary, Synonyms.SHIPPED);
  }

  /** Returns the question's words and phrases, including excluded ones, by their numbers. */
  public List<QueryPart> parts() {
    return parts;
  }

  /**
   * Returns words of the family of a part of a sentence, for its score only; empty for other
   * questions. Looked up on first use, since only lists have scores.
   *
   * @param part from 0
   */
  public List<String> family(int part) {
    if (families == null) {
      families = looksUpFamilies.map(Supplier::get).orElse(List.of());
    }
    return families.isEmpty() ? List.of() : families.get(part);
  }

  /** Returns the condition that a matching process fulfils. */
  public MatchExpression formula() {
    return formula;
  }

  /** Returns the parts that are found and marked: those that are not excluded. */
  public List<QueryPart> wanted() {
    return IntStream.range(0, parts.size()).filter(this::isWanted).mapToObj(parts::get).toList();
  }

  /**
   * Returns whether a part is found and marked, and not excluded.
   *
   * @param part from 0
   */
  public boolean isWanted(int part) {
    return holds(wanted, part);
  }

  /** Returns every form whose positions {@link #occurrences} reads. */
  public Set<String> forms() {
    return wanted().stream()
        .map(QueryPart::forms)
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns how the words of the question were read. */
  public QueryInterpretation interpretation() {
    return interpretation;
  }

  /** Returns whether there is anything to find and mark. */
  public boolean asks() {
    return wanted != 0;
  }

  /** Returns whether every process matches, as there is no condition. */
  public boolean isEmpty() {
    return parts.isEmpty() && formula.matches(0);
  }

  /** Returns whether a process matches, given the parts that occur in it. */
  public boolean answers(IntPredicate part) {
    return formula.matches(bits(part));
  }

  private long bits(IntPredicate holding) {
    return IntStream.range(0, parts.size())
        .filter(holding)
        .mapToLong(part -> 1L << part)
        .reduce(0, (some, more) -> some | more);
  }

  /**
   * Returns whether one page contains all parts of the question that can occur on pages.
   *
   * @param found one bit for each part that occurs on it
   */
  public boolean answersOnPage(long found) {
    return answers(part -> holds(found, part) || (isWanted(part) && !mayStandOnPages(part)));
  }

  private boolean mayStandOnPages(int part) {
    return parts.get(part).field().coversPages();
  }

  private static boolean holds(long bits, int part) {
    return ((bits >>> part) & 1) == 1;
  }

  private List<Sequence> wantedAlternatives(int part) {
    return isWanted(part) ? parts.get(part).alternatives() : List.of();
  }

  /** Returns every occurrence in a text. */
  public Occurrences occurrences(FormPositions text, FieldsAt fields) {
    long[] matches = new long[16];
    int count = 0;
    for (int part = 0; part < parts.size(); part++) {
      for (Sequence sequence : wantedAlternatives(part)) {
        for (int start : QueryPart.starts(sequence, text)) {
          if (fields.belongs(start, parts.get(part).field())) {
            if (count == matches.length) {
              matches = Arrays.copyOf(matches, 2 * count);
            }
            matches[count++] = Occurrences.match(start, sequence.words().size(), part);
          }
        }
      }
    }
    return count == 0 ? Occurrences.NONE : Occurrences.merged(matches, count);
  }
}
