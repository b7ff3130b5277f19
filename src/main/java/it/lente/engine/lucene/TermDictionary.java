package it.lente.engine.lucene;

import it.lente.analysis.Dictionary;
import it.lente.analysis.EditDistance;
import it.lente.analysis.QueryPart;
import it.lente.engine.Deadline;
import it.lente.engine.Scope;
import it.lente.engine.hits.SearchedFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.apache.lucene.util.automaton.Transition;

/**
 * The forms of an index. All searched fields are read whatever the question's scope, because the
 * hits of one document have no scope and must find the same forms as the list.
 */
final class TermDictionary implements Dictionary {

  /** The pages contain nearly every word. */
  private static final List<String> MOST_WORDS_FIRST =
      List.copyOf(SearchedFields.of(Scope.ALL).keySet()).reversed();

  /** Number of terms read between two checks of the deadline. */
  private static final int LOOK = 64;

  private final IndexReader reader;
  private final int most;
  private final Deadline deadline;

  /**
   * Creates a dictionary that throws once the deadline has passed.
   *
   * @param most number of forms to return for one word
   */
  TermDictionary(IndexReader reader, int most, Deadline deadline) {
    this.reader = reader;
    this.most = most;
    this.deadline = deadline;
  }

  @Override
  public Set<List<String>> known(Collection<List<String>> words) {
    Set<List<String>> open = new LinkedHashSet<>(words);
    Set<List<String>> known = new HashSet<>();
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        for (String field : MOST_WORDS_FIRST) {
          Terms terms = open.isEmpty() ? null : leaf.reader().terms(field);
          if (terms != null) {
            addKnown(terms.iterator(), open, known);
          }
        }
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  /** Moves the words that occur in a field from those still open to the known ones. */
  private static void addKnown(TermsEnum terms, Set<List<String>> open, Set<List<String>> known)
      throws IOException {
    for (Iterator<List<String>> words = open.iterator(); words.hasNext(); ) {
      List<String> word = words.next();
      if (containsAny(terms, word)) {
        known.add(word);
        words.remove();
      }
    }
  }

  @Override
  public long frequency(Collection<String> forms) {
    Found found =
        collected((terms, all) -> {
          TermsEnum wanted = terms.iterator();
          for (String form : forms) {
            if (wanted.seekExact(new BytesRef(form))) {
              all.add(form, wanted);
            }
          }
        });
    return found.frequencies.values().stream().mapToLong(Long::longValue).sum();
  }

  private static boolean containsAny(TermsEnum terms, Collection<String> forms) throws IOException {
    for (String form : forms) {
      if (terms.seekExact(new BytesRef(form))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Forms startingWith(String prefix) {
    BytesRef start = new BytesRef(prefix);
    return forms((terms, all) -> {
      TermsEnum next = terms.iterator();
      if (next.seekCeil(start) == TermsEnum.SeekStatus.END) {
        return;
      }
      for (BytesRef term = next.term();
          term != null && StringHelper.startsWith(term, start);
          term = next.next()) {
        all.add(term.utf8ToString(), next);
      }
    });
  }

  /**
   * Searches the terms of which some beginning is within the edits of the forms' common prefix; no
   * other term can be near several forms.
   */
  @Override
  public Forms near(List<String> forms, int edits) {
    String begin = forms.stream().reduce(TermDictionary::common).orElseThrow();
    int rest = begin.offsetByCodePoints(0, 1);
    Automaton automaton =
        new LevenshteinAutomata(begin.substring(rest), true)
            .toAutomaton(edits, begin.substring(0, rest));
    // An open end has no common suffix: «finite» saves the search for one, most of the cost.
    return forms.size() == 1
        ? matching(automaton, true, form -> true)
        : matching(
            openEnded(automaton),
            true,
            other -> forms.stream().anyMatch(form -> EditDistance.isWithin(edits, form, other)));
  }

  @Override
  public Forms matching(String pattern) {
    try {
      return matching(
          WildcardQuery.toAutomaton(
              new Term("", pattern), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT),
          false,
          form -> true);
    } catch (TooComplexToDeterminizeException tooManyOpenLetters) {
      return Forms.REFUSED;
    }
  }

  @Override
  public boolean hasRun(QueryPart.Sequence sequence) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setTimeout(deadline::passed);
    try {
      for (String field : MOST_WORDS_FIRST) {
        boolean found = searcher.search(phrase(field, sequence), 1).scoreDocs.length > 0;
        deadline.check();
        if (found) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  /** Returns the query for the words of a sequence one after the other in a field. */
  static MultiPhraseQuery phrase(String field, QueryPart.Sequence sequence) {
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (int place = 0; place < sequence.words().size(); place++) {
      QueryPart.Word word = sequence.words().get(place);
      if (!word.isAny()) {
        phrase.add(
            word.forms().stream().map(form -> new Term(field, form)).toArray(Term[]::new), place);
      }
    }
    return phrase.build();
  }

  private Forms matching(Automaton automaton, boolean finite, Predicate<String> wanted) {
    CompiledAutomaton compiled = new CompiledAutomaton(automaton, finite, false);
    return forms((terms, all) -> {
      TermsEnum near = compiled.getTermsEnum(terms);
      for (BytesRef term = near.next(); term != null; term = near.next()) {
        String other = term.utf8ToString();
        if (wanted.test(other)) {
          all.add(other, near);
        } else {
          all.read();
        }
      }
    });
  }

  private static String common(String one, String other) {
    int different = Arrays.mismatch(one.toCharArray(), other.toCharArray());
    return different < 0 ? one : one.substring(0, different);
  }

  /** Accepts every word of which some beginning is accepted. */
  private static Automaton openEnded(Automaton automaton) {
    Automaton.Builder open = new Automaton.Builder();
    Transition transition = new Transition();
    for (int state = 0; state < automaton.getNumStates(); state++) {
      open.createState();
      open.setAccept(state, automaton.isAccept(state));
    }
    for (int state = 0; state < automaton.getNumStates(); state++) {
      int transitions = automaton.isAccept(state) ? 0 : automaton.initTransition(state, transition);
      for (int i = 0; i < transitions; i++) {
        automaton.getNextTransition(transition);
        open.addTransition(state, transition.dest, transition.min, transition.max);
      }
      if (automaton.isAccept(state)) {
        open.addTransition(state, state, Character.MIN_CODE_POINT, Character.MAX_CODE_POINT);
      }
    }
    return open.finish();
  }

  /** Adds the matching terms of a field. */
  @FunctionalInterface
  private interface Collecting {
    void from(Terms terms, Found all) throws IOException;
  }

  /** The terms found in all fields, and the number of terms read. */
  private final class Found {
    private final Map<String, Long> frequencies = new HashMap<>();
    private int read;

    void add(String form, TermsEnum at) throws IOException {
      read();
      frequencies.merge(form, (long) at.docFreq(), Long::sum);
    }

    void read() {
      if (read++ % LOOK == 0) {
        deadline.check();
      }
    }
  }

  private Forms forms(Collecting collecting) {
    Found found = collected(collecting);
    return Forms.mostFrequent(found.frequencies, most, found.read);
  }

  private Found collected(Collecting collecting) {
    Found found = new Found();
    try {
      deadline.check();
      for (LeafReaderContext leaf : reader.leaves()) {
        for (String field : SearchedFields.of(Scope.ALL).keySet()) {
          Terms terms = leaf.reader().terms(field);
          if (terms != null) {
            collecting.from(terms, found);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
    return found;
  }
}
