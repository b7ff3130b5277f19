package it.lente.engine.opensearch;

import it.lente.analysis.RepeatedPhrases;
import it.lente.engine.IndexedProcess;
import it.lente.engine.hits.FieldForms;
import it.lente.engine.hits.IndexedText;
import it.lente.engine.hits.PositionLayout;
import it.lente.engine.hits.ProcessForms;
import it.lente.engine.hits.TitleOrder;
import it.lente.engine.stored.BlockReader;
import it.lente.engine.stored.PageValues;
import it.lente.engine.stored.StoredValues;
import it.lente.engine.stored.TextBlock;
import it.lente.record.Content;
import it.lente.record.Facet;
import it.lente.record.Measure;
import it.lente.record.PageText;
import it.lente.record.ProcessRecord;
import it.lente.record.Years;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.util.BytesRef;

/** A process as the documents that {@link ClusterSchema} describes. */
final class ProcessDocuments {

  private final IndexedProcess process;
  private final long commit;
  private final ProcessForms forms;
  private final Map<String, int[][]> positions = new TreeMap<>();
  private final Map<String, Object> searched = new LinkedHashMap<>();
  private final List<PageText> pages;

  /** Analyses a process, for a commit. */
  ProcessDocuments(IndexedProcess process, long commit) {
    this.process = process;
    this.commit = commit;
    this.forms = new ProcessForms(process);
    this.pages =
        process.attachments().stream()
            .flatMap(attached -> attached.text().pages().stream())
            .toList();
    forms.fields().forEach((field, its) -> searched.put(field, stretches(field, its)));
  }

  /** Returns the name of the document of a process in a commit. */
  static String name(String id, long commit) {
    return id + '|' + commit;
  }

  String name() {
    return name(process.record().id(), commit);
  }

  /** Passes the number of each form in each field: 1 if it occurs there, otherwise 0. */
  void addForms(Map<String, int[]> changes) {
    positions.forEach((form, fields) -> {
      int[] occurs = new int[fields.length];
      for (int field = 0; field < fields.length; field++) {
        occurs[field] = fields[field] == null ? 0 : 1;
      }
      FormTable.add(changes, form, occurs, 1);
    });
  }

  /** Reads the forms of a field as texts of forms, a new one after each gap. */
  private List<String> stretches(String field, FieldForms its) {
    int number = PositionMap.FIELDS.indexOf(field);
    List<String> stretches = new ArrayList<>();
    StringBuilder stretch = new StringBuilder();
    int position = -1;
    for (int distance = its.next(); distance > 0; distance = its.next()) {
      position += distance;
      if (distance > PositionLayout.GAP && !stretch.isEmpty()) {
        stretches.add(stretch.toString());
        stretch.setLength(0);
      }
      String form = its.form().form();
      stretch.append(stretch.isEmpty() ? "" : " ").append(form);
      if (number >= 0) {
        PositionMap.add(positions, form, number, position);
      }
    }
    if (!stretch.isEmpty()) {
      stretches.add(stretch.toString());
    }
    return stretches;
  }

  /** Returns the document in which everything is searched. */
  Map<String, Object> searched() {
    ProcessRecord record = process.record();
    Map<String, Object> document = new LinkedHashMap<>(searched);
    document.put(ClusterSchema.ID, record.id());
    document.put(ClusterSchema.COMMIT, commit);
    for (Facet facet : Facet.values()) {
      document.put(ClusterSchema.field(facet), process.valuesOf(facet));
    }
    Years years = record.derived().years();
    if (years.known()) {
      document.put(ClusterSchema.FIRST_YEAR, years.from().get().year());
      document.put(ClusterSchema.LAST_YEAR, years.to().get().year());
    }
    for (Measure measure : Measure.values()) {
      measure.of(record).ifPresent(number -> document.put(ClusterSchema.field(measure), number));
    }
    document.put(ClusterSchema.TITLE_KEY, titleKey(record.title()));
    document.put(ClusterSchema.SEEN, process.seen().changed().getEpochSecond());
    document.put(ClusterSchema.FINGERPRINT, process.fingerprint());
    document.put(ClusterSchema.ATTACHMENTS, process.attachments().size());
    document.put(ClusterSchema.PAGES, pages.size());
    List<String> brief = new ArrayList<>(List.of(record.title()));
    brief.addAll(RepeatedPhrases.in(Content.withTitle(record)));
    document.put(ClusterSchema.BRIEF, text(Cluster.JSON.writeValueAsBytes(brief)));
    document.put(ClusterSchema.CARD, text(StoredValues.card(process)));
    document.put(BlockReader.LAYOUT, text(PageValues.layout(forms.layout())));
    PositionMap.encode(positions)
        .forEach((number, part) -> document.put(ClusterSchema.bucket(number), text(part)));
    return document;
  }

  /**
   * Returns the documents of texts by name, one for values that are needed together: what describes
   * the process, the heads of its pages, the record's texts, then the text and the boxes of each
   * page.
   */
  Map<String, Map<String, Object>> texts() {
    List<IndexedText> record = forms.recordTexts().values().stream().flatMap(List::stream).toList();
    Map<String, Map<String, Object>> texts = new LinkedHashMap<>();
    add(texts, ClusterSchema.PROCESS, 0, text(StoredValues.process(process)));
    add(texts, BlockReader.PAGE_HEADS, 1, text(PageValues.heads(pages)));
    add(texts, BlockReader.TEXTS, 1, text(TextBlock.encode(record)));
    add(texts, BlockReader.LAYOUT, 1, text(PageValues.layout(forms.layout())));
    List<IndexedText> indexed = forms.pages();
    for (int page = 0; page < pages.size(); page++) {
      int document = ClusterTexts.FIRST_PAGE + page;
      add(texts, BlockReader.TEXTS, document, text(TextBlock.encode(List.of(indexed.get(page)))));
      add(texts, BlockReader.BOXES, document, text(PageValues.boxes(List.of(pages.get(page)))));
    }
    return texts;
  }

  private void add(
      Map<String, Map<String, Object>> texts, String field, int document, String value) {
    texts
        .computeIfAbsent(ClusterTexts.name(name(), field, document), each -> text())
        .put(field, value);
  }

  private Map<String, Object> text() {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put(ClusterSchema.COMMIT, commit);
    text.put(ClusterSchema.OF, name());
    return text;
  }

  private static String text(BytesRef bytes) {
    return text(BytesRef.deepCopyOf(bytes).bytes);
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Returns a text that sorts like a title. */
  static String titleKey(String title) {
    return HexFormat.of().formatHex(TitleOrder.key(title));
  }
}
