package it.lente.engine.opensearch;

import it.lente.analysis.FormPositions;
import it.lente.analysis.KeyWords.KeyWord;
import it.lente.engine.SimilarProcess;
import it.lente.engine.SimilarProcess.Shared;
import it.lente.engine.Suggestion.Kind;
import it.lente.engine.hits.ProcessTexts;
import it.lente.engine.hits.SubjectWords;
import it.lente.record.Facet;
import it.lente.record.ProcessRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the processes on the same subject as another: those that contain its key words, with a
 * little more weight if places and topics are shared.
 */
final class ClusterSimilar {

  /** Number of candidates whose facet values are compared, for each result. */
  private static final int CANDIDATES = 4;

  /** A single shared word is chance. */
  private static final int WORDS_IN_COMMON = 2;

  private static final List<Facet> COMPARED =
      Stream.of(Kind.PLACE, Kind.THEME, Kind.TECHNIQUE)
          .flatMap(kind -> kind.facet().stream())
          .toList();

  private final ClusterSnapshot snapshot;
  private final ProcessRecord record;
  private final ProcessTexts texts;
  private final Consumer<IntStream> fetch;

  /**
   * Compares a process with all others.
   *
   * @param fetch called with the pages that will be read
   */
  ClusterSimilar(
      ClusterSnapshot snapshot,
      ProcessRecord record,
      ProcessTexts texts,
      Consumer<IntStream> fetch) {
    this.snapshot = snapshot;
    this.record = record;
    this.texts = texts;
    this.fetch = fetch;
  }

  /** A candidate with the values that both processes have. */
  private record Found(FoundProcess process, float score, List<Shared> values) {}

  List<SimilarProcess> find() throws IOException {
    fetch.accept(SubjectWords.pages(texts));
    List<KeyWord> words = SubjectWords.of(record, texts, this::frequency, snapshot.processes());
    if (words.isEmpty()) {
      return List.of();
    }
    Map<Facet, Set<String>> own = own();
    List<Found> found = new ArrayList<>();
    for (FoundProcess candidate : FoundProcess.in(snapshot.index().search(query(words)))) {
      List<Shared> shared = shared(own, candidate);
      float score = candidate.score() * (1 + SimilarProcess.SHARED_VALUE * shared.size());
      found.add(new Found(candidate, score, shared));
    }
    // The search returns equals in the order of ids, which the stable sort keeps.
    found.sort(Comparator.comparingDouble((Found each) -> -each.score()));
    return found.stream().limit(SimilarProcess.MOST).map(each -> described(words, each)).toList();
  }

  private int frequency(String field, List<String> forms) {
    int number = PositionMap.FIELDS.indexOf(field);
    return forms.stream().mapToInt(form -> snapshot.forms().count(form, number)).sum();
  }

  /** Returns the narrowest values of the process: a region in common means little. */
  private Map<Facet, Set<String>> own() {
    Map<Facet, Set<String>> own = new LinkedHashMap<>();
    for (Facet facet : COMPARED) {
      Set<String> all = new TreeSet<>(facet.valuesOf(record, List.of()));
      Set<String> narrowest = new TreeSet<>(all);
      narrowest.removeIf(value -> all.stream().anyMatch(other -> other.startsWith(value + " > ")));
      own.put(facet, narrowest);
    }
    return own;
  }

  private static List<Shared> shared(Map<Facet, Set<String>> own, FoundProcess other) {
    List<Shared> shared = new ArrayList<>();
    own.forEach((facet, values) -> {
      Set<String> its = new TreeSet<>(other.values(ClusterSchema.field(facet)));
      its.retainAll(values);
      its.forEach(value -> shared.add(Shared.value(facet, value)));
    });
    return shared;
  }

  private Map<String, Object> query(List<KeyWord> words) {
    List<Object> any = new ArrayList<>();
    for (KeyWord word : words) {
      List<Object> fields = new ArrayList<>();
      String forms = String.join("|", word.forms());
      SubjectWords.FIELDS.forEach(
          (field, weight) -> fields.add(WordQueries.set(field, forms, weight * word.weight())));
      any.add(WordQueries.best(fields));
    }
    List<String> values = new ArrayList<>(List.of(ClusterSchema.CARD));
    COMPARED.forEach(facet -> values.add(ClusterSchema.field(facet)));
    PositionMap.buckets(words.stream().flatMap(word -> word.forms().stream()).toList())
        .forEach(number -> values.add(ClusterSchema.bucket(number)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("size", CANDIDATES * SimilarProcess.MOST);
    body.put("sort", List.of("_score", Map.of(ClusterSchema.ID, "asc")));
    body.put("docvalue_fields", values);
    body.put(
        "query",
        Map.of(
            "bool",
            Map.of(
                "filter", snapshot.commit().filter(),
                "must_not", Map.of("term", Map.of(ClusterSchema.ID, record.id())),
                "should", any,
                "minimum_should_match", Math.min(words.size(), WORDS_IN_COMMON))));
    return body;
  }

  private static SimilarProcess described(List<KeyWord> words, Found each) {
    PositionMap positions = each.process().positions();
    List<FormPositions> texts = SubjectWords.FIELDS.keySet().stream().map(positions::in).toList();
    Stream<Shared> shared =
        words.stream()
            .filter(word ->
                texts.stream()
                    .anyMatch(
                        text -> word.forms().stream().anyMatch(form -> text.of(form).length > 0)))
            .limit(SimilarProcess.MOST_WORDS)
            .map(word -> Shared.word(word.text()));
    return new SimilarProcess(
        each.process().listed().card(),
        each.score(),
        Stream.concat(shared, each.values().stream()).toList());
  }
}
