package it.lente.engine;

import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.record.Attachment;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.Derived;
import it.lente.record.DocumentInfo;
import it.lente.record.FieldValue;
import it.lente.record.Origin;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.ProcessRecord;
import it.lente.record.Reason;
import it.lente.record.RecordField;
import it.lente.record.TextRange;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import it.lente.record.TreePath;
import it.lente.record.Years;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds invented processes for tests: {@code process("p1").titled("…").in(2019).with("a.pdf",
 * "page", "page")}.
 */
public final class Samples {

  private final String id;
  private final Map<RecordField, FieldValue> fields = new EnumMap<>(RecordField.class);
  private final List<TreePath> places = new ArrayList<>();
  private final List<TreePath> themes = new ArrayList<>();
  private final List<AttachedText> attachments = new ArrayList<>();
  private Years years = Years.UNKNOWN;

  private Samples(String id) {
    this.id = id;
    titled("Processo " + id);
  }

  public static Samples process(String id) {
    return new Samples(id);
  }

  public Samples titled(String title) {
    return saying(RecordField.TITLE, title);
  }

  public Samples saying(RecordField field, String text) {
    fields.put(field, FieldValue.of(text));
    return this;
  }

  /** Several values in one field. */
  public Samples naming(RecordField field, String... values) {
    fields.put(field, new FieldValue(List.of(values), String.join(" / ", values)));
    return this;
  }

  public Samples in(int year) {
    return between(year, year);
  }

  public Samples between(int from, int to) {
    years =
        Years.between(
            new Years.Bound(from, "Anno di avvio"), new Years.Bound(to, "Anno di chiusura"));
    return this;
  }

  public Samples at(String... path) {
    places.add(TreePath.of(path));
    return this;
  }

  public Samples about(String... path) {
    themes.add(TreePath.of(path));
    return this;
  }

  public Samples with(String file, String... pages) {
    List<PageText> texts = new ArrayList<>();
    for (String page : pages) {
      texts.add(new PageText(texts.size() + 1, "", page, new PageShape(595, 842, 0)));
    }
    return with(file, texts, DocumentInfo.NONE);
  }

  /**
   * Pages whose stretches between «|» and «|» are repeated ones; the signs are not part of them.
   */
  public Samples withRepeated(String file, String... pages) {
    List<PageText> texts = new ArrayList<>();
    for (String page : pages) {
      texts.add(page(texts.size() + 1, page));
    }
    return with(file, texts, DocumentInfo.NONE);
  }

  public Samples with(String file, List<PageText> texts, DocumentInfo info) {
    TextSummary summary =
        new TextSummary(
            AttachmentState.INDEXED, List.of(), mediaType(file), TextUnit.PAGE, texts.size());
    attachments.add(
        new AttachedText(
            new Attachment(file, file, file, Optional.empty(), Optional.empty()),
            new AttachmentText(summary, texts, info)));
    return this;
  }

  private static PageText page(int number, String marked) {
    StringBuilder text = new StringBuilder();
    List<TextRange> repeated = new ArrayList<>();
    String[] pieces = marked.split("\\|", -1);
    for (int i = 0; i < pieces.length; i++) {
      int start = text.length();
      text.append(pieces[i]);
      if (i % 2 == 1) {
        repeated.add(new TextRange(start, text.length()));
      }
    }
    return new PageText(number, "", text.toString(), new PageShape(595, 842, 0))
        .withRepeated(repeated);
  }

  /** The file that came last is in this language, an ISO 639-1 code. */
  public Samples in(String language) {
    AttachedText last = attachments.removeLast();
    attachments.add(new AttachedText(last.attachment(), last.text().in(language)));
    return this;
  }

  /** A file of which nothing was read. */
  public Samples unread(String file, AttachmentState state, String reason) {
    attachments.add(
        new AttachedText(
            new Attachment(file, file, file, Optional.empty(), Optional.empty()),
            AttachmentText.unread(state, Reason.quoted(reason), mediaType(file))));
    return this;
  }

  /** Of others only the name tells what they are. */
  private static String mediaType(String file) {
    return file.endsWith(".pdf") ? "application/pdf" : "";
  }

  public IndexedProcess build() {
    ProcessRecord record =
        new ProcessRecord(
            id,
            new Origin(id + ".txt", 1),
            fields,
            List.of(),
            new Derived(years, places, themes),
            attachments.stream().map(AttachedText::attachment).toList());
    return new IndexedProcess(record, attachments, "fingerprint of " + id);
  }
}
