package it.lente.engine.opensearch;

import it.lente.engine.Scope;
import it.lente.engine.hits.SearchedFields;
import it.lente.engine.stored.BlockReader;
import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.record.QueryField;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The shape of the indices. Forms come ready from Lente, so that the cluster only separates them at
 * spaces; a search names alternatives as {@code form|form}. Each array element of a field is a
 * stretch of positions of its own.
 */
final class ClusterSchema {

  /** Number to raise if the indices change shape. */
  static final int EDITION = 2;

  /** Number of parts of a position map; all forms with the same first letters share one. */
  static final int BUCKETS = 64;

  /** Factor of frequencies in a scored set of forms that differ in weight. */
  static final int SCALE = 10;

  /** Factor of the boost of such a set, by which the similarity recognizes it. */
  static final double SCALED = 1 << 20;

  static final String ID = "id";
  static final String COMMIT = "c";
  static final String CARD = "card";
  static final String BRIEF = "brief";
  static final String FINGERPRINT = "fingerprint";
  static final String FIRST_YEAR = "firstYear";
  static final String LAST_YEAR = "lastYear";
  static final String SEEN = "seen";
  static final String TITLE_KEY = "titleKey";
  static final String ATTACHMENTS = "attachments";
  static final String PAGES = "pageCount";
  static final String PROCESS = "process";
  static final String FORMS = "forms";

  /** In the texts: the document of the process that they belong to. */
  static final String OF = "of";

  private static final int LETTERS = 3;
  private static final int LONGEST_TOKEN = 1 << 20;
  private static final int WINDOW = 1_000_000;

  private ClusterSchema() {}

  static String field(Facet facet) {
    return "facet." + facet.key();
  }

  static String field(Measure measure) {
    return "measure." + measure.key();
  }

  static String bucket(int number) {
    return "m.b" + number;
  }

  /** Returns the part of a position map that contains a form. */
  static int bucketOf(String form) {
    CRC32 sum = new CRC32();
    sum.update(
        form.substring(0, Math.min(form.length(), LETTERS)).getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % BUCKETS);
  }

  /** Returns the definition of the index of processes. */
  static Map<String, Object> processes(ClusterSettings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    SearchedFields.of(Scope.ALL).keySet().forEach(field -> fields.put(field, words()));
    for (QueryField part : QueryField.values()) {
      if (part.isPart()) {
        fields.put(SearchedFields.field(part), words());
      }
    }
    for (Facet facet : Facet.values()) {
      fields.put(field(facet), Map.of("type", "keyword"));
    }
    for (Measure measure : Measure.values()) {
      fields.put(field(measure), Map.of("type", "long"));
    }
    for (String number : List.of(COMMIT, FIRST_YEAR, LAST_YEAR, SEEN, ATTACHMENTS, PAGES)) {
      fields.put(number, Map.of("type", "long"));
    }
    fields.put(ID, Map.of("type", "keyword"));
    fields.put(TITLE_KEY, Map.of("type", "keyword", "index", false));
    fields.put(FINGERPRINT, Map.of("type", "keyword", "index", false));
    for (String value : List.of(CARD, BRIEF, BlockReader.LAYOUT)) {
      fields.put(value, Map.of("type", "binary", "doc_values", true));
    }
    for (int number = 0; number < BUCKETS; number++) {
      fields.put(bucket(number), Map.of("type", "binary", "doc_values", true));
    }
    return Map.of(
        "settings",
        settings(settings, true),
        "mappings",
        Map.of("dynamic", false, "_source", Map.of("enabled", false), "properties", fields));
  }

  /** Returns the definition of the index of texts, which are read by their names only. */
  static Map<String, Object> texts(ClusterSettings settings) {
    return Map.of(
        "settings",
        settings(settings, false),
        "mappings",
        Map.of(
            "dynamic",
            false,
            "properties",
            Map.of(COMMIT, Map.of("type", "long"), OF, Map.of("type", "keyword"))));
  }

  /** Returns the definition of the index of what is known of commits and runs. */
  static Map<String, Object> meta(ClusterSettings settings) {
    return Map.of(
        "settings",
        Map.of("index", Map.of("number_of_shards", 1, "number_of_replicas", settings.replicas())),
        "mappings",
        Map.of("dynamic", false));
  }

  private static Map<String, Object> words() {
    return Map.of(
        "type", "text",
        "analyzer", "spaces",
        "search_analyzer", "forms",
        "similarity", "lente",
        "position_increment_gap", 100,
        "index_options", "positions");
  }

  private static Map<String, Object> settings(ClusterSettings settings, boolean words) {
    Map<String, Object> index = new LinkedHashMap<>();
    index.put("number_of_shards", settings.shards());
    index.put("number_of_replicas", settings.replicas());
    index.put("refresh_interval", "-1");
    index.put("max_result_window", WINDOW);
    if (!words) {
      return Map.of("index", index);
    }
    // Many people ask at once: facets counted once per shard are cheaper than once per segment.
    index.put("search.concurrent_segment_search.mode", "none");
    index.put("mapping.total_fields.limit", 2_000);
    index.put("max_docvalue_fields_search", 2 * BUCKETS);
    index.put("max_terms_count", 1 << 18);
    return Map.of(
        "index", index, "analysis", analysis(), "similarity", Map.of("lente", similarity()));
  }

  private static Map<String, Object> analysis() {
    return Map.of(
        "tokenizer",
        Map.of("spaces", Map.of("type", "whitespace", "max_token_length", LONGEST_TOKEN)),
        "filter",
        Map.of(
            "alternatives",
            Map.of(
                "type",
                "pattern_capture",
                "preserve_original",
                false,
                "patterns",
                List.of("([^|]+)")),
            "any",
            Map.of("type", "stop", "stopwords", List.of("_"))),
        "analyzer",
        Map.of(
            "spaces", Map.of("type", "custom", "tokenizer", "spaces"),
            "forms",
                Map.of(
                    "type",
                    "custom",
                    "tokenizer",
                    "spaces",
                    "filter",
                    List.of("alternatives", "any"))));
  }

  /**
   * Returns BM25 as the embedded engine has it, k1 = .8 and b = .9. In a set of forms that differ
   * in weight, each form is named as often as it weighs in tenths, and its frequency divided by
   * ten.
   */
  private static Map<String, Object> similarity() {
    String boost = "query.boost >= %1$s ? query.boost / %1$s : query.boost".formatted(SCALED);
    return Map.of(
        "type",
        "scripted",
        "weight_script",
        Map.of(
            "source",
            "double b = %s; return b * Math.log(1 + (field.docCount - term.docFreq + 0.5) / (term.docFreq + 0.5));"
                .formatted(boost)),
        "script",
        Map.of(
            "source",
            "double f = query.boost >= %s ? doc.freq / %d.0 : doc.freq; double n = 0.8 * (0.1 + 0.9 * doc.length * field.docCount / field.sumTotalTermFreq); return weight * f / (f + n);"
                .formatted(SCALED, SCALE)));
  }
}
