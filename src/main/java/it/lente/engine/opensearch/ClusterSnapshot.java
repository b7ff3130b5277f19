package it.lente.engine.opensearch;

import it.lente.analysis.Dictionary;
import it.lente.analysis.FormReader;
import it.lente.analysis.LookUpBudget;
import it.lente.analysis.QueryMatcher;
import it.lente.analysis.QueryPart.Sequence;
import it.lente.analysis.Synonyms;
import it.lente.engine.Coverage.StateCount;
import it.lente.engine.Deadline;
import it.lente.engine.EngineUnavailableException;
import it.lente.engine.EngineUnavailableException.NotReady;
import it.lente.engine.Filters;
import it.lente.engine.StoredAttachment;
import it.lente.engine.Suggestion;
import it.lente.engine.Suggestion.Kind;
import it.lente.engine.hits.FacetSpellings;
import it.lente.engine.hits.LruCache;
import it.lente.engine.hits.SuggestionEntries;
import it.lente.engine.hits.Suggestions;
import it.lente.engine.opensearch.FacetQueries.ListCounts;
import it.lente.record.AttachmentState;
import it.lente.record.Facet;
import it.lente.record.TextQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.JsonNode;

/**
 * One commit and what is kept of it in memory: its forms, the values of facets; suggestions and the
 * states of files once they are asked for. Safe for use by many threads.
 */
final class ClusterSnapshot {

  /** Maximum number of values of a facet. */
  private static final int VALUES = 50_000;

  private final CommitSearch index;
  private final ClusterCommit commit;
  private final FormTable forms;
  private final Map<Facet, Map<String, Integer>> values = new EnumMap<>(Facet.class);
  private final Map<Facet, FacetSpellings> spellings = new EnumMap<>(Facet.class);
  private final Map<Facet, Map<String, List<String>>> spelled = new EnumMap<>(Facet.class);
  private final int processes;
  private final int attachments;
  private final long pages;
  private final LruCache<Filters, ListCounts> counts = new LruCache<>(100);
  private Suggestions suggestions;
  private FileStates files;

  /**
   * The states of all files.
   *
   * @param states of the files of each process, by id, in order
   */
  record FileStates(
      Map<AttachmentState, StateCount> counts, Map<String, List<AttachmentState>> states) {}

  private ClusterSnapshot(Cluster cluster, ClusterCommit commit, FormTable forms) {
    this.index = new CommitSearch(cluster.hurried(), commit);
    this.commit = commit;
    this.forms = forms;
    Map<String, Object> counted = new HashMap<>();
    for (Facet facet : Facet.values()) {
      counted.put(facet.key(), FacetQueries.terms(facet, VALUES));
    }
    for (String number : List.of(ClusterSchema.ATTACHMENTS, ClusterSchema.PAGES)) {
      counted.put("sum." + number, Map.of("sum", Map.of("field", number)));
    }
    JsonNode answer =
        new CommitSearch(cluster, commit)
            .search(new LinkedHashMap<>(Map.of("size", 0, "aggs", counted)), WordQueries.ALL);
    JsonNode all = answer.get("aggregations");
    for (Facet facet : Facet.values()) {
      Map<String, Integer> its = FacetQueries.counted(all.get(facet.key()));
      values.put(facet, its);
      spellings.put(facet, FacetSpellings.of(facet, its));
      Map<String, List<String>> same = new HashMap<>();
      its.keySet()
          .forEach(value ->
              same.computeIfAbsent(facet.identity(value), key -> new ArrayList<>()).add(value));
      spelled.put(facet, same);
    }
    processes = CommitSearch.total(answer);
    attachments = (int) all.path("sum." + ClusterSchema.ATTACHMENTS).path("value").asDouble();
    pages = (long) all.path("sum." + ClusterSchema.PAGES).path("value").asDouble();
  }

  /**
   * Opens a commit.
   *
   * @param before the commit before, whose forms are reused; null if there is none
   */
  static ClusterSnapshot open(Cluster cluster, ClusterCommit commit, ClusterSnapshot before) {
    List<String> names = commit.dictionary();
    FormTable known = FormTable.EMPTY;
    List<String> missing = names;
    if (before != null
        && before.commit.generation() == commit.generation()
        && names.size() >= before.commit.dictionary().size()
        && names.subList(0, before.commit.dictionary().size()).equals(before.commit.dictionary())) {
      known = before.forms;
      missing = names.subList(before.commit.dictionary().size(), names.size());
    }
    return new ClusterSnapshot(cluster, commit, known.plus(forms(cluster, commit, missing)));
  }

  /** Reads the forms of some documents. */
  static FormTable forms(Cluster cluster, ClusterCommit commit, List<String> names) {
    ClusterTexts texts = new ClusterTexts(cluster, commit.texts(cluster));
    texts.fetch(names);
    List<FormTable> tables = new ArrayList<>();
    for (String name : names) {
      try {
        BytesRef lines = texts.value(name, ClusterSchema.FORMS);
        tables.add(FormTable.parse(lines.utf8ToString()));
      } catch (IOException e) {
        throw new EngineUnavailableException(NotReady.UNREADABLE, e.getMessage());
      }
    }
    // Added pair by pair, so that none is copied once for each of the others.
    while (tables.size() > 1) {
      List<FormTable> sums = new ArrayList<>();
      for (int i = 0; i < tables.size(); i += 2) {
        FormTable next = i + 1 < tables.size() ? tables.get(i + 1) : FormTable.EMPTY;
        sums.add(tables.get(i).plus(next));
      }
      tables = sums;
    }
    return tables.isEmpty() ? FormTable.EMPTY : tables.getFirst();
  }

  ClusterCommit commit() {
    return commit;
  }

  FormTable forms() {
    return forms;
  }

  /** Keeps what is counted of lists without words by their filters: most lists are such. */
  LruCache<Filters, ListCounts> counts() {
    return counts;
  }

  int processes() {
    return processes;
  }

  int attachments() {
    return attachments;
  }

  long pages() {
    return pages;
  }

  /** Returns the number of values of a facet in any spelling. */
  int values(Facet facet) {
    return values.get(facet).size();
  }

  FacetSpellings spellings(Facet facet) {
    return spellings.get(facet);
  }

  /** Returns every spelling of a value that processes have. */
  List<String> spelled(Facet facet, String value) {
    return spelled.get(facet).getOrDefault(facet.identity(value), List.of());
  }

  QueryMatcher matcher(TextQuery query, Synonyms synonyms, Deadline deadline) {
    return QueryMatcher.of(query, dictionary(query, deadline), synonyms);
  }

  Dictionary dictionary(TextQuery query, Deadline deadline) {
    LookUpBudget budget = new LookUpBudget(query);
    return budget.in(new ClusterDictionary(forms, this::occurs, budget.share(), deadline));
  }

  private boolean occurs(Sequence sequence) {
    JsonNode answer =
        index.search(
            new LinkedHashMap<>(Map.of("size", 0, "track_total_hits", 1)),
            WordQueries.anywhere(sequence));
    return CommitSearch.total(answer) > 0;
  }

  CommitSearch index() {
    return index;
  }

  /** Reads titles and phrases on first use. */
  synchronized Suggestions suggestions() {
    if (suggestions == null) {
      SuggestionEntries entries = new SuggestionEntries(FormReader::forms);
      for (Kind kind : Kind.values()) {
        kind.facet().ifPresent(facet -> entries.addValues(kind, values.get(facet)));
      }
      Map<String, Integer> phrases = new HashMap<>();
      Map<String, String> first = new LinkedHashMap<>();
      Map<String, Integer> titles = new HashMap<>();
      index.each(
          WordQueries.ALL,
          List.of(ClusterSchema.BRIEF),
          process -> {
            String[] texts =
                Cluster.JSON.readValue(process.bytes(ClusterSchema.BRIEF), String[].class);
            first.putIfAbsent(texts[0], process.id());
            titles.merge(texts[0], 1, Integer::sum);
            for (int i = 1; i < texts.length; i++) {
              phrases.merge(texts[i], 1, Integer::sum);
            }
          });
      entries.addPhrases(phrases);
      first.forEach((title, id) ->
          entries.add(
              new Suggestion(Kind.TITLE, title, id, titles.get(title)),
              FormReader.forms(title),
              ""));
      suggestions = entries.suggestions();
    }
    return suggestions;
  }

  /** Reads the states of all files on first use. */
  synchronized FileStates files() {
    if (files == null) {
      Map<AttachmentState, StateCount> counts = new EnumMap<>(AttachmentState.class);
      Map<String, List<AttachmentState>> states = new LinkedHashMap<>();
      index.each(
          WordQueries.ALL,
          List.of(ClusterSchema.CARD),
          process -> {
            List<AttachmentState> its = new ArrayList<>();
            for (StoredAttachment stored : process.listed().attachments()) {
              its.add(stored.summary().state());
              counts.merge(
                  stored.summary().state(),
                  new StateCount(1, stored.summary().pageCount()),
                  StateCount::plus);
            }
            states.put(process.id(), its);
          });
      files = new FileStates(counts, states);
    }
    return files;
  }
}
