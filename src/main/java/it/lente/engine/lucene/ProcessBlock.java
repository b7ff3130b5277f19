package it.lente.engine.lucene;

import it.lente.analysis.RepeatedPhrases;
import it.lente.engine.IndexedProcess;
import it.lente.engine.hits.IndexedText;
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
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
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

  private final IndexedProcess process;
  private final ProcessForms forms;
  private final List<PageText> pages;
  private List<IndexedText> indexedPages;

  ProcessBlock(IndexedProcess process) {
    this.process = process;
    this.forms = new ProcessForms(process);
    this.pages =
        process.attachments().stream()
            .flatMap(attached -> attached.text().pages().stream())
            .toList();
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
    forms
        .fields()
        .forEach(
            (field, its) -> document.add(new Field(field, new FormTokenStream(its), Schema.WORDS)));
    for (Facet facet : Facet.values()) {
      for (String value : process.valuesOf(facet)) {
        document.add(new SortedSetDocValuesField(Schema.field(facet), new BytesRef(value)));
      }
    }
    addNumbers(document, record);
    document.add(new NumericDocValuesField(Schema.SEEN, process.seen().changed().getEpochSecond()));
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

  private Document recordAndLayout() {
    indexedPages = forms.pages();
    List<IndexedText> record = forms.recordTexts().values().stream().flatMap(List::stream).toList();
    Document document = new Document();
    document.add(new BinaryDocValuesField(BlockReader.TEXTS, TextBlock.encode(record)));
    document.add(new BinaryDocValuesField(BlockReader.LAYOUT, PageValues.layout(forms.layout())));
    document.add(new BinaryDocValuesField(BlockReader.PAGE_HEADS, PageValues.heads(pages)));
    return document;
  }

  private Document pages(int part) {
    int from = part * Schema.PAGES_A_DOCUMENT;
    int to = Math.min(pages.size(), from + Schema.PAGES_A_DOCUMENT);
    Document document = new Document();
    document.add(
        new BinaryDocValuesField(
            BlockReader.TEXTS, TextBlock.encode(indexedPages.subList(from, to))));
    document.add(
        new BinaryDocValuesField(BlockReader.BOXES, PageValues.boxes(pages.subList(from, to))));
    return document;
  }
}
