package it.lente.engine;

import it.lente.analysis.FormReader;
import it.lente.analysis.RepeatedPhrases;
import it.lente.engine.Suggestion.Kind;
import it.lente.engine.hits.Suggestions.Entry;
import it.lente.record.Content;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects what some processes suggest by reading all of them. */
final class SlowSuggestions {

  private SlowSuggestions() {}

  static List<Entry> of(Collection<IndexedProcess> processes) {
    List<Entry> entries = new ArrayList<>();
    Set<List<String>> names = new HashSet<>();
    for (Kind kind : Kind.values()) {
      if (kind.facet().isPresent()) {
        Facet facet = kind.facet().get();
        counted(processes, process -> process.valuesOf(facet))
            .forEach((value, ids) -> {
              TreePath path = facet.tree() ? TreePath.parse(value) : TreePath.of(value);
              names.add(FormReader.forms(path.label()));
              entries.add(
                  entry(new Suggestion(kind, path.label(), value, ids.size()), path.parent()));
            });
      }
    }
    counted(processes, process -> RepeatedPhrases.in(Content.withTitle(process.record())))
        .forEach((phrase, ids) -> {
          if (ids.size() > 1 && !names.contains(FormReader.forms(phrase))) {
            entries.add(entry(new Suggestion(Kind.PHRASE, phrase, phrase, ids.size()), ""));
          }
        });
    counted(processes, process -> List.of(process.record().title()))
        .forEach((title, ids) ->
            entries.add(entry(new Suggestion(Kind.TITLE, title, ids.getFirst(), ids.size()), "")));
    return entries.stream().filter(entry -> !entry.words().isEmpty()).toList();
  }

  private static Entry entry(Suggestion suggestion, String context) {
    return new Entry(suggestion, FormReader.forms(suggestion.text()), FormReader.forms(context));
  }

  private static Map<String, List<String>> counted(
      Collection<IndexedProcess> processes, Function<IndexedProcess, Collection<String>> values) {
    Map<String, List<String>> ids = new TreeMap<>();
    for (IndexedProcess process : processes) {
      for (String value : values.apply(process)) {
        ids.computeIfAbsent(value, v -> new ArrayList<>()).add(process.record().id());
      }
    }
    return ids;
  }
}
