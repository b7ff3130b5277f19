package it.lente.engine.opensearch;

import it.lente.analysis.FormPositions;
import it.lente.analysis.KeyWords.KeyWord;
import it.lente.engine.SimilarProcess;
import it.lente.engine.SimilarProcess.Shared;
import it.lente.engine.hits.SharedValues;
import it.lente.engine.hits.SubjectWords;
import it.lente.engine.stored.BlockReader;
import it.lente.record.ProcessRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the processes on the same subject as another: those that contain its key words, with a
 * little more weight if places and topics are shared.
 */
final class ClusterSimilar {

  private final ClusterSnapshot snapshot;
  private final ClusterProcess process;

  /** Compares a process with all others. */
  ClusterSimilar(ClusterSnapshot snapshot, ClusterProcess process) {
    this.snapshot = snapshot;
    this.process = process;
  }

  /** A candidate with the values that both processes have. */
  private record Found(FoundProcess process, float score, List<Shared> values) {}

  List<SimilarProcess> find() throws IOException {
    ProcessRecord record = process.stored().record();
    process.fetch(SubjectWords.pages(process.block()).toArray(), BlockReader.TEXTS);
    List<KeyWord> words =
        SubjectWords.of(record, process.block(), this::frequency, snapshot.processes());
    if (words.isEmpty()) {
      return List.of();
    }
    SharedValues values = SharedValues.of(facet -> facet.valuesOf(record, List.of()));
    List<Found> found = new ArrayList<>();
    for (FoundProcess candidate :
        FoundProcess.in(snapshot.index().scored(query(words, record.id())))) {
      List<Shared> shared = values.with(facet -> candidate.values(ClusterSchema.field(facet)));
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

  private Map<String, Object> query(List<KeyWord> words, String id) {
    List<Object> any = new ArrayList<>();
    for (KeyWord word : words) {
      List<Object> fields = new ArrayList<>();
      String forms = String.join("|", word.forms());
      SubjectWords.FIELDS.forEach(
          (field, weight) -> fields.add(WordQueries.set(field, forms, weight * word.weight())));
      any.add(WordQueries.best(fields));
    }
    List<String> values = new ArrayList<>(List.of(ClusterSchema.CARD));
    SharedValues.COMPARED.forEach(facet -> values.add(ClusterSchema.field(facet)));
    PositionMap.buckets(words.stream().flatMap(word -> word.forms().stream()).toList())
        .forEach(number -> values.add(ClusterSchema.bucket(number)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("size", SubjectWords.CANDIDATES);
    body.put("sort", List.of("_score", Map.of(ClusterSchema.ID, "asc")));
    body.put("docvalue_fields", FoundProcess.fields(values));
    body.put(
        "query",
        Map.of(
            "bool",
            Map.of(
                "filter", snapshot.commit().filter(),
                "must_not", Map.of("term", Map.of(ClusterSchema.ID, id)),
                "should", any,
                "minimum_should_match", SubjectWords.least(words))));
    return body;
  }

  private static SimilarProcess described(List<KeyWord> words, Found each) {
    PositionMap positions = each.process().positions();
    List<FormPositions> texts = SubjectWords.FIELDS.keySet().stream().map(positions::in).toList();
    return new SimilarProcess(
        each.process().listed().card(),
        each.score(),
        SubjectWords.shared(words, texts, each.values()));
  }
}
