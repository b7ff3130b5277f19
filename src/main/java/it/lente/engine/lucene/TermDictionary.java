package it.lente.engine.lucene;

import it.lente.analysis.Dictionary;
import it.lente.analysis.QueryPart;
import it.lente.engine.Deadline;
import it.lente.engine.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/**
 * The forms of an index. All searched fields are looked into whatever the question's scope, for the
 * hits of one document know no scope and must find the forms that the list found.
 */
final class TermDictionary implements Dictionary {

  /** The pages hold nearly every word. */
  private static final List<String> MOST_WORDS_FIRST =
      List.copyOf(SearchedFields.of(Scope.ALL).keySet()).reversed();

  /** So many terms are read between two looks at the clock. */
  private static final int LOOK = 64;

  private final IndexReader reader;
  private final Deadline deadline;

  TermDictionary(IndexReader reader) {
    this(reader, Deadline.NEVER);
  }

  /** A dictionary that is read until a moment; forms may be missing if it passes. */
  TermDictionary(IndexReader reader, Deadline deadline) {
    this.reader = reader;
    this.deadline = deadline;
  }

  @Override
  public boolean knows(Collection<String> forms) {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        for (String field : MOST_WORDS_FIRST) {
          Terms terms = leaf.reader().terms(field);
          if (terms != null && holdsAny(terms.iterator(), forms)) {
            return true;
          }
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  @Override
  public long frequency(Collection<String> forms) {
    return collected(
            (terms, frequencies) -> {
              TermsEnum wanted = terms.iterator();
              for (String form : forms) {
                if (wanted.seekExact(new BytesRef(form))) {
                  frequencies.merge(form, (long) wanted.docFreq(), Long::sum);
                }
              }
            })
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static boolean holdsAny(TermsEnum terms, Collection<String> forms) throws IOException {
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
    return collect((terms, frequencies) -> {
      TermsEnum all = terms.iterator();
      if (all.seekCeil(start) == TermsEnum.SeekStatus.END) {
        return;
      }
      int read = 0;
      for (BytesRef term = all.term();
          term != null && StringHelper.startsWith(term, start) && isTime(read++);
          term = all.next()) {
        frequencies.merge(term.utf8ToString(), (long) all.docFreq(), Long::sum);
      }
    });
  }

  @Override
  public Forms near(String form, int edits) {
    int rest = form.offsetByCodePoints(0, 1);
    return matching(
        new LevenshteinAutomata(form.substring(rest), true)
            .toAutomaton(edits, form.substring(0, rest)));
  }

  @Override
  public Forms matching(String pattern) {
    return matching(
        WildcardQuery.toAutomaton(
            new Term("", pattern), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
  }

  @Override
  public boolean hasRun(QueryPart.Sequence sequence) {
    IndexSearcher searcher = new IndexSearcher(reader);
    try {
      for (String field : MOST_WORDS_FIRST) {
        MultiPhraseQuery.Builder run = new MultiPhraseQuery.Builder();
        for (int i = 0; i < sequence.words().size(); i++) {
          QueryPart.Word word = sequence.words().get(i);
          if (!word.isAny()) {
            run.add(
                word.forms().stream().map(form -> new Term(field, form)).toArray(Term[]::new), i);
          }
        }
        if (searcher.search(run.build(), 1).scoreDocs.length > 0) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
  }

  private Forms matching(Automaton automaton) {
    CompiledAutomaton compiled = new CompiledAutomaton(automaton, true, false);
    return collect((terms, frequencies) -> {
      TermsEnum near = compiled.getTermsEnum(terms);
      int read = 0;
      for (BytesRef term = near.next(); term != null && isTime(read++); term = near.next()) {
        frequencies.merge(term.utf8ToString(), (long) near.docFreq(), Long::sum);
      }
    });
  }

  private boolean isTime(int read) {
    return read % LOOK != 0 || !deadline.passed();
  }

  /** Adds the wanted ones of a field's terms. */
  @FunctionalInterface
  private interface Collecting {
    void from(Terms terms, Map<String, Long> frequencies) throws IOException;
  }

  private Forms collect(Collecting collecting) {
    return Forms.mostFrequent(collected(collecting));
  }

  private Map<String, Long> collected(Collecting collecting) {
    Map<String, Long> frequencies = new HashMap<>();
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        for (String field : SearchedFields.of(Scope.ALL).keySet()) {
          Terms terms = leaf.reader().terms(field);
          if (terms != null) {
            collecting.from(terms, frequencies);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index cannot be read", e);
    }
    return frequencies;
  }
}
