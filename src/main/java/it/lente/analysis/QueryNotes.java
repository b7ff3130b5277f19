package it.lente.analysis;

import it.lente.record.QueryInterpretation;
import it.lente.record.Substitution;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects notes about how a question was read, each once. */
final class QueryNotes {

  final Set<String> ignored = new LinkedHashSet<>();
  final Set<String> cut = new LinkedHashSet<>();
  final Set<String> asTyped = new LinkedHashSet<>();
  final Set<Substitution> rescued = new LinkedHashSet<>();
  final Set<Substitution> synonyms = new LinkedHashSet<>();
  final Set<String> split = new LinkedHashSet<>();
  boolean wordless;

  QueryInterpretation interpretation(boolean loosened) {
    return new QueryInterpretation(
        List.copyOf(ignored),
        List.copyOf(cut),
        List.copyOf(asTyped),
        List.copyOf(rescued),
        List.copyOf(synonyms),
        List.copyOf(split),
        wordless,
        loosened);
  }
}
