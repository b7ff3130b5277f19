package it.lente.engine.hits;

import it.lente.engine.IndexedProcess;
import it.lente.record.FieldText;
import it.lente.record.FieldText.Weight;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.QueryField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The forms of a process to be indexed, and what is stored of its texts once they are read. */
public final class ProcessForms {

  /** The record's fields; the page number of a text of the record is the index of its field. */
  public static final List<Weight> WEIGHTS = List.of(Weight.values());

  private final List<FieldText> texts;
  private final List<List<PageText>> pages;
  private final Map<String, FieldForms> fields = new LinkedHashMap<>();

  public ProcessForms(IndexedProcess process) {
    texts = process.texts();
    pages = process.attachments().stream().map(attached -> attached.text().pages()).toList();
    for (Weight weight : WEIGHTS) {
      fields.put(SearchedFields.field(weight), new FieldForms(entries(weight)));
    }
    fields.put(SearchedFields.PAGES, new FieldForms(pages));
    for (QueryField field : QueryField.values()) {
      if (field.isPart()) {
        fields.put(
            SearchedFields.field(field),
            new FieldForms(entries(text -> field.covers(text.field(), text.weight()))));
      }
    }
  }

  /** Returns the forms of each field of {@link SearchedFields}; each can be read once. */
  public Map<String, FieldForms> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** Returns the pages of all attachments; valid after their field was read. */
  public List<IndexedText> pages() {
    return indexed(pages, fields.get(SearchedFields.PAGES));
  }

  /** Returns the positions of the pages; valid after their field was read. */
  public PositionLayout layout() {
    return fields.get(SearchedFields.PAGES).layout();
  }

  /** Returns the record's texts, labelled by field; valid after the fields were read. */
  public Map<Weight, List<IndexedText>> recordTexts() {
    Map<Weight, List<IndexedText>> record = new EnumMap<>(Weight.class);
    for (Weight weight : WEIGHTS) {
      record.put(weight, indexed(entries(weight), fields.get(SearchedFields.field(weight))));
    }
    return record;
  }

  private static List<IndexedText> indexed(List<List<PageText>> groups, FieldForms forms) {
    List<IndexedText> indexed = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      for (int i = 0; i < groups.get(group).size(); i++) {
        indexed.add(new IndexedText(groups.get(group).get(i), forms.tables(group).get(i)));
      }
    }
    return indexed;
  }

  private List<List<PageText>> entries(Weight weight) {
    return entries(text -> text.weight() == weight);
  }

  /** Returns some of the record's texts, each as a group of its own. */
  private List<List<PageText>> entries(Predicate<FieldText> wanted) {
    return texts.stream().filter(wanted).map(text -> List.of(page(text))).toList();
  }

  private static PageText page(FieldText text) {
    int number = WEIGHTS.indexOf(text.weight());
    return new PageText(number, text.field(), text.text(), PageShape.NONE);
  }
}
