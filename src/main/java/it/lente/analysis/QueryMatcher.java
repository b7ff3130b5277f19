package it.lente.analysis;

import it.lente.analysis.Occurrences.Match;
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
 * The one matcher: what a question means, and where a text answers it. Lists, counts, page numbers,
 * excerpts and marks all come from {@link #occurrences}, whether the positions are an index's or a
 * text's, so they agree by construction.
 */
public final class QueryMatcher {

  private final List<QueryPart> parts;
  private final Optional<Supplier<List<List<String>>>> looksUpFamilies;
  private final Formula formula;
  private final long wanted;
  private final QueryInterpretation interpretation;
  private List<List<String>> families;

  /**
   * A matcher of what {@link QueryCompiler} made.
   *
   * @param parts 64 at most
   * @param families by part, where some of the parts are enough
   */
  QueryMatcher(
      List<QueryPart> parts,
      Optional<Supplier<List<List<String>>>> families,
      Formula formula,
      QueryNotes notes) {
    this.parts = List.copyOf(parts);
    this.looksUpFamilies = families;
    this.formula = formula;
    this.wanted = formula.wanted();
    this.interpretation = notes.interpretation(families.isPresent());
  }

  /**
   * Function words are passed over, unless there is nothing else to find.
   *
   * @param dictionary the collection's, against which words are closed
   */
  public static QueryMatcher of(TextQuery query, Dictionary dictionary, Synonyms synonyms) {
    return QueryCompiler.compile(query, dictionary, synonyms);
  }

  /** With the synonyms that are shipped. */
  public static QueryMatcher of(TextQuery query, Dictionary dictionary) {
    return of(query, dictionary, Synonyms.SHIPPED);
  }

  /** The question's words and phrases, also those that must not be there, by their numbers. */
  public List<QueryPart> parts() {
    return parts;
  }

  /**
   * Words of the family of a part of a sentence, for its weight only; none for other questions.
   * Looked up when they are first asked for, since only a list weighs.
   *
   * @param part from 0
   */
  public List<String> family(int part) {
    if (families == null) {
      families = looksUpFamilies.map(Supplier::get).orElse(List.of());
    }
    return families.isEmpty() ? List.of() : families.get(part);
  }

  /** Which parts must hold for a process to answer. */
  public Formula formula() {
    return formula;
  }

  /** The parts that are found and marked: those that are not excluded. */
  public List<QueryPart> wanted() {
    return IntStream.range(0, parts.size()).filter(this::isWanted).mapToObj(parts::get).toList();
  }

  /**
   * Whether a part is found and marked, and not excluded.
   *
   * @param part from 0
   */
  public boolean isWanted(int part) {
    return holds(wanted, part);
  }

  /** Every form whose positions {@link #occurrences} asks for. */
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

  /** Whether there is anything to find and mark. */
  public boolean asks() {
    return wanted != 0;
  }

  /** Whether a process answers, given which parts hold in it. */
  public boolean answers(IntPredicate part) {
    return formula.holds(bits(part));
  }

  private long bits(IntPredicate holding) {
    return IntStream.range(0, parts.size())
        .filter(holding)
        .mapToLong(part -> 1L << part)
        .reduce(0, (some, more) -> some | more);
  }

  /**
   * Whether one page by itself holds all that is asked for, as far as a page can.
   *
   * @param found a bit for each part that occurs on it
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

  /** Every occurrence in a text. */
  public Occurrences occurrences(Positions text, FieldsAt fields) {
    Match[] matches = new Match[16];
    int count = 0;
    for (int part = 0; part < parts.size(); part++) {
      for (Sequence sequence : wantedAlternatives(part)) {
        for (int start : QueryPart.starts(sequence, text)) {
          if (fields.belongs(start, parts.get(part).field())) {
            if (count == matches.length) {
              matches = Arrays.copyOf(matches, 2 * count);
            }
            matches[count++] = new Match(start, start + sequence.words().size(), part);
          }
        }
      }
    }
    return count == 0 ? Occurrences.NONE : Occurrences.merged(matches, count);
  }
}
