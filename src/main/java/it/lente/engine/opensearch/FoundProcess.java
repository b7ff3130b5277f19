package it.lente.engine.opensearch;

import it.lente.engine.hits.ListedProcess;
import it.lente.engine.hits.PositionLayout;
import it.lente.engine.stored.BlockReader;
import it.lente.engine.stored.PageValues;
import it.lente.engine.stored.StoredValues;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.JsonNode;

/** A process that a search found, with the values that were fetched together with it. */
record FoundProcess(JsonNode hit) {

  static List<FoundProcess> in(JsonNode answer) {
    List<FoundProcess> found = new ArrayList<>();
    answer.path("hits").path("hits").forEach(hit -> found.add(new FoundProcess(hit)));
    return found;
  }

  /** Returns the fields to fetch: those of the name of the document, and some others. */
  static List<String> fields(Collection<String> others) {
    return Stream.concat(Stream.of(ClusterSchema.ID, ClusterSchema.COMMIT), others.stream())
        .toList();
  }

  String id() {
    return value(ClusterSchema.ID);
  }

  /** Returns the name of the document, which changes with each change of the process. */
  String document() {
    return ProcessDocuments.name(id(), Long.parseLong(value(ClusterSchema.COMMIT)));
  }

  float score() {
    JsonNode score = hit.get("_score");
    return score == null || score.isNull() ? 0 : (float) score.asDouble();
  }

  /** Returns the keys by which the list is sorted. */
  JsonNode keys() {
    return hit.get("sort");
  }

  /** Returns all values of a field, none if it has none. */
  List<String> values(String field) {
    List<String> values = new ArrayList<>();
    hit.path("fields").path(field).forEach(value -> values.add(value.asString()));
    return values;
  }

  String value(String field) {
    return values(field).getFirst();
  }

  byte[] bytes(String field) {
    return Base64.getDecoder().decode(value(field));
  }

  ListedProcess listed() {
    return StoredValues.readCard(new BytesRef(bytes(ClusterSchema.CARD)));
  }

  PositionLayout layout() {
    return PageValues.layout(new BytesRef(bytes(BlockReader.LAYOUT)));
  }

  /** Returns the positions of the parts of the map that were fetched. */
  PositionMap positions() {
    PositionMap map = new PositionMap();
    for (int number = 0; number < ClusterSchema.BUCKETS; number++) {
      values(ClusterSchema.bucket(number))
          .forEach(part -> map.read(Base64.getDecoder().decode(part)));
    }
    return map;
  }
}
