package it.lente.engine.lucene;

import it.lente.analysis.RepeatedPhrases;
import it.lente.engine.IndexedProcess;
import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.engine.TitleOrder;
import it.lente.record.Content;
import it.lente.record.Facet;
import it.lente.record.FieldText;
import it.lente.record.FieldText.Weight;
import it.lente.record.Measure;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.ProcessRecord;
import it.lente.record.QueryField;
import it.lente.record.Years;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/**
 * A process as the block of documents that {@link Schema} describes. Each document is made when
 * Lucene takes it: later ones contain the word tables that are filled while Lucene reads the first.
 */
final class ProcessBlock implements Iterable<Document> {

  /** The record's searched fields; a text's page number is the index of its field here. */
  static final List<Weight> WEIGHTS = List.of(Weight.values());

  private final IndexedProcess process;
  private final List<FieldText> recordTexts;
  private final Map<Weight, FormTokenStream> recordRuns = new EnumMap<>(Weight.class);
  private final FormTokenStream pageRun;
  private final List<PageText> pages = new ArrayList<>();
  private final List<WordTable> pageTables = new ArrayList<>();

  ProcessBlock(IndexedProcess process) {
    this.process = process;
    this.recordTexts = process.texts();
    for (Weight weight : WEIGHTS) {
      recordRuns.put(weight, new FormTokenStream(entries(weight)));
    }
    List<List<PageText>> texts = new ArrayList<>();
    for (AttachedText attached : process.attachments()) {
      pages.addAll(attached.text().pages());
      texts.add(attached.text().pages());
    }
    this.pageRun = new FormTokenStream(texts);
  }

  /** Makes each document on request only; a stream would run ahead of Lucene. */
  @Override
  public Iterator<Document> iterator() {
    int size = 2 + Math.ceilDiv(pages.size(), Schema.PAGES_A_DOCUMENT);
    return new Iterator<>() {
      private int made;

      @Override
      public boolean hasNext() {
        return made < size;
      }

      @Override
      public Document next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return document(made++);
      }
    };
  }

  private Document document(int i) {
    Document document =
        switch (i) {
          case 0 -> searched();
          case 1 -> recordAndLayout();
          default -> pages(i - 2);
        };
    document.add(new StringField(Schema.BLOCK, process.record().id(), Field.Store.NO));
    return document;
  }

  private Document searched() {
    ProcessRecord record = process.record();
    Document document = new Document();
    document.add(new StringField(Schema.ID, record.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(Schema.ID, new BytesRef(record.id())));
    // Fields are added even without words, so that they have the same type in all processes.
    recordRuns.forEach(
        (weight, run) -> document.add(new Field(Schema.field(weight), run, Schema.WORDS)));
    document.add(new Field(Schema.PAGES, pageRun, Schema.WORDS));
    for (QueryField field : QueryField.values()) {
      if (field.isPart()) {
        document.add(
            new Field(Schema.field(field), new FormTokenStream(entries(field)), Schema.WORDS));
      }
    }
    for (Facet facet : Facet.values()) {
      for (String value : process.valuesOf(facet)) {
        document.add(new SortedSetDocValuesField(Schema.field(facet), new BytesRef(value)));
      }
    }
    addNumbers(document, record);
    document.add(new BinaryDocValuesField(Schema.TITLE, new BytesRef(record.title())));
    for (String phrase : RepeatedPhrases.in(Content.withTitle(record))) {
      document.add(new SortedSetDocValuesField(Schema.PHRASES, new BytesRef(phrase)));
    }
    document.add(new BinaryDocValuesField(Schema.CARD, StoredValues.card(process)));
    document.add(new BinaryDocValuesField(Schema.PROCESS, StoredValues.process(process)));
    document.add(
        new BinaryDocValuesField(
            Schema.FINGERPRINT_OF_PROCESS, new BytesRef(process.fingerprint())));
    document.add(new BinaryDocValuesField(Schema.FILE_STATES, FileStates.encode(process.stored())));
    document.add(new NumericDocValuesField(Schema.ATTACHMENT_COUNT, process.attachments().size()));
    document.add(new NumericDocValuesField(Schema.PAGE_COUNT, pages.size()));
    return document;
  }

  private static void addNumbers(Document document, ProcessRecord record) {
    Years years = record.derived().years();
    if (years.known()) {
      document.add(new NumericDocValuesField(Schema.FIRST_YEAR, years.from().get().year()));
      document.add(new NumericDocValuesField(Schema.LAST_YEAR, years.to().get().year()));
    }
    for (Measure measure : Measure.values()) {
      measure
          .of(record)
          .ifPresent(
              number -> document.add(new NumericDocValuesField(Schema.field(measure), number)));
    }
    BytesRef key = new BytesRef(TitleOrder.key(record.title()));
    document.add(new SortedDocValuesField(Schema.TITLE_KEY, key));
  }

  /** Contains the record's entries, labelled by field, in the order in which they were analysed. */
  private Document recordAndLayout() {
    List<TextBlock.Entry> entries = new ArrayList<>();
    for (Weight weight : WEIGHTS) {
      int group = 0;
      for (List<PageText> entry : entries(weight)) {
        WordTable table = recordRuns.get(weight).tables(group++).getFirst();
        entries.add(new TextBlock.Entry(entry.getFirst(), table));
      }
    }
    Document document = new Document();
    document.add(new BinaryDocValuesField(Schema.TEXTS, TextBlock.encode(entries)));
    document.add(new BinaryDocValuesField(Schema.LAYOUT, pageRun.layout().encode()));
    document.add(new BinaryDocValuesField(Schema.PAGE_HEADS, PageHeads.encode(pages)));
    for (int group = 0; group < process.attachments().size(); group++) {
      pageTables.addAll(pageRun.tables(group));
    }
    return document;
  }

  private Document pages(int part) {
    int from = part * Schema.PAGES_A_DOCUMENT;
    int to = Math.min(pages.size(), from + Schema.PAGES_A_DOCUMENT);
    List<TextBlock.Entry> entries =
        IntStream.range(from, to)
            .mapToObj(i -> new TextBlock.Entry(pages.get(i), pageTables.get(i)))
            .toList();
    Document document = new Document();
    document.add(new BinaryDocValuesField(Schema.TEXTS, TextBlock.encode(entries)));
    document.add(new BinaryDocValuesField(Schema.BOXES, BoxBlock.encode(pages.subList(from, to))));
    return document;
  }

  /** Returns the record's texts of one field, each as a group of its own. */
  private List<List<PageText>> entries(Weight weight) {
    return entries(text -> text.weight() == weight);
  }

  private List<List<PageText>> entries(QueryField field) {
    return entries(text -> field.covers(text.field(), text.weight()));
  }

  private List<List<PageText>> entries(Predicate<FieldText> wanted) {
    return recordTexts.stream().filter(wanted).map(text -> List.of(page(text))).toList();
  }

  private static PageText page(FieldText text) {
    int number = WEIGHTS.indexOf(text.weight());
    return new PageText(number, text.field(), text.text(), PageShape.NONE);
  }
}
