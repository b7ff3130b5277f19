package it.lente.web;

import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.record.Attachment;
import it.lente.record.AttachmentState;
import it.lente.record.Derived;
import it.lente.record.FieldValue;
import it.lente.record.Origin;
import it.lente.record.OtherField;
import it.lente.record.PageShape;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.ProcessRecord;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import it.lente.record.RecordField;
import it.lente.record.TextPart;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import it.lente.record.TreePath;
import it.lente.record.Years;
import it.lente.record.Years.Bound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Invented processes with invented documents. */
final class FixedCollection {

  private static final StoredAttachment.About NOTHING = new StoredAttachment.About("", 0, 0, false);

  static final String LIBRARY = "biblioteca-vallechiara";
  static final String REPORT = "relazione-finale-1a2b3c";
  static final String ODD = "strano id à%20+";

  private FixedCollection() {}

  /** Of each process all that is known, and the pages of its attachments by their ids. */
  record Entry(StoredProcess process, Map<String, List<PageText>> pages) {}

  static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    entries.add(library());
    entries.add(river());
    entries.add(odd());
    IntStream.rangeClosed(1, 30).forEach(number -> entries.add(small(number)));
    return List.copyOf(entries);
  }

  private static Entry library() {
    Map<RecordField, FieldValue> fields = new TreeMap<>();
    fields.put(RecordField.TITLE, FieldValue.of("La biblioteca che vorrei"));
    fields.put(RecordField.STATUS, FieldValue.of("Concluso"));
    fields.put(RecordField.START_YEAR, FieldValue.of("2017"));
    fields.put(RecordField.TOTAL_COST, FieldValue.of("15000.00"));
    fields.put(RecordField.END_DATE, FieldValue.of("2019-07-04"));
    fields.put(RecordField.EXTENSION, FieldValue.of("yes"));
    fields.put(RecordField.WOMEN_PRESENCE, new FieldValue(List.of(), "Non indicato"));
    fields.put(RecordField.URL, FieldValue.of("https://vallechiara.example/biblioteca"));
    fields.put(
        RecordField.OBJECTIVES,
        FieldValue.of("Ripensare la biblioteca con chi la usa.\nScegliere orari <nuovi> & spazi."));
    ProcessRecord record =
        new ProcessRecord(
            LIBRARY,
            new Origin("vallechiara.txt", 1),
            fields,
            List.of(new OtherField("Colore della sala", "verde")),
            new Derived(
                Years.between(
                    new Bound(2017, "Anno di avvio"), new Bound(2019, "Data fine del processo")),
                List.of(TreePath.of("Lombardia", "Lecco", "Vallechiara")),
                List.of(TreePath.of("Cultura", "Biblioteche"))),
            List.of(
                new Attachment(
                    REPORT,
                    "verbali/relazione finale.pdf",
                    "Relazione finale",
                    Optional.of("https://vallechiara.example/relazione.pdf"),
                    Optional.of(LocalDate.of(2019, 7, 4))),
                new Attachment(
                    "mappa-aaaaaa", "mappa.html", "Mappa", Optional.empty(), Optional.empty()),
                new Attachment(
                    "foto-bbbbbb", "foto.png", "Foto", Optional.empty(), Optional.empty()),
                new Attachment(
                    "fuga-cccccc", "../segreto.txt", "Fuga", Optional.empty(), Optional.empty()),
                new Attachment(
                    "perso-dddddd", "perso.pdf", "Perso", Optional.empty(), Optional.empty())));
    List<StoredAttachment> stored =
        List.of(
            read(record.attachments().get(0), AttachmentState.INDEXED, "", 48),
            read(record.attachments().get(1), AttachmentState.UNSUPPORTED, "No reader for it.", 0),
            read(record.attachments().get(2), AttachmentState.NEEDS_OCR, "", 1),
            read(record.attachments().get(3), AttachmentState.FAILED, "Broken.", 0),
            read(record.attachments().get(4), AttachmentState.MISSING, "", 0));
    List<PageText> picture = List.of(new PageText(1, "", "", new PageShape(595, 842, 0)));
    return new Entry(
        new StoredProcess(record, stored), Map.of(REPORT, reportPages(), "foto-bbbbbb", picture));
  }

  private static List<PageText> reportPages() {
    return IntStream.rangeClosed(1, 48)
        .mapToObj(number ->
            new PageText(number, label(number), pageText(number), new PageShape(595, 842, 0)))
        .toList();
  }

  private static String label(int number) {
    return number == 7 ? "VII" : "";
  }

  private static String pageText(int number) {
    String filler =
        "Verbale della seduta numero " + number + ". Il gruppo ascolta e prende nota.\n\n";
    return switch (number) {
      case 7 ->
          filler
              + "La biblioteca apre anche la sera: una biblioteca <aperta> a tutti.\n"
              + "Si propone di affidare la biblioteca a un gruppo di lettori.";
      case 9 -> filler + "La biblioteca dei ragazzi chiede più luce.";
      case 21, 40 -> filler + "Tornando alla biblioteca, il tavolo approva la proposta.";
      default -> filler.repeat(6);
    };
  }

  private static Entry river() {
    ProcessRecord record =
        new ProcessRecord(
            "fiume",
            new Origin("fiume.json", 3),
            Map.of(
                RecordField.TITLE, FieldValue.of("Il patto del fiume"),
                RecordField.STATUS, FieldValue.of("In corso"),
                RecordField.OBJECTIVES, FieldValue.of("Prendersi cura delle rive.")),
            List.of(),
            new Derived(Years.UNKNOWN, List.of(), List.of(TreePath.of("Ambiente"))),
            List.of());
    return new Entry(new StoredProcess(record, List.of()), Map.of());
  }

  private static Entry odd() {
    ProcessRecord record =
        new ProcessRecord(
            ODD,
            new Origin("strano.txt", 1),
            Map.of(
                RecordField.TITLE, FieldValue.of("Un <b>titolo</b> & \"strano\""),
                RecordField.LAST_MODIFIED, FieldValue.of("2024-03-05")),
            List.of(),
            new Derived(Years.UNKNOWN, List.of(), List.of()),
            List.of(
                new Attachment(
                    "odd-eeeeee",
                    "à & b;c#d%20+e.txt",
                    "Strano",
                    Optional.empty(),
                    Optional.empty())));
    return new Entry(
        new StoredProcess(record, List.of(withPart(record.attachments().getFirst()))),
        Map.of("odd-eeeeee", List.of(new PageText(1, "", "un testo", PageShape.NONE))));
  }

  private static StoredAttachment withPart(Attachment attachment) {
    TextPart part =
        new TextPart(
            "=1+1, \"x\".pdf",
            AttachmentState.PARTIAL,
            List.of(
                Reason.on(
                    TextUnit.PAGE,
                    List.of(2),
                    1,
                    ReasonCode.DAMAGED.with(Reason.quoted("no object")))),
            "application/pdf",
            TextUnit.PAGE,
            1,
            1);
    TextSummary summary =
        new TextSummary(
            AttachmentState.INDEXED, List.of(), "application/zip", TextUnit.PAGE, 1, List.of(part));
    return new StoredAttachment(attachment, summary, Map.of(PageState.TEXT, 1), NOTHING);
  }

  private static Entry small(int number) {
    String title = "Piazza numero " + number;
    int year = 2005 + number / 2;
    ProcessRecord record =
        new ProcessRecord(
            "piazza-" + number,
            new Origin("piazze.jsonl", number),
            Map.of(
                RecordField.TITLE, FieldValue.of(title),
                RecordField.FUNDED_AMOUNT, FieldValue.of(number * 900 + ".50"),
                RecordField.STATUS, FieldValue.of(number % 3 == 0 ? "Progetto" : "Concluso")),
            List.of(),
            new Derived(
                Years.between(new Bound(year, "Anno di avvio"), new Bound(year, "Anno di avvio")),
                List.of(TreePath.of("Emilia-Romagna", "Modena", "Borgo " + number % 5)),
                List.of(TreePath.of("Territorio"))),
            List.of());
    return new Entry(new StoredProcess(record, List.of()), Map.of());
  }

  private static StoredAttachment read(
      Attachment attachment, AttachmentState state, String reason, int pages) {
    return new StoredAttachment(
        attachment,
        new TextSummary(
                state,
                reason.isEmpty() ? List.of() : List.of(Reason.quoted(reason)),
                "application/pdf",
                TextUnit.PAGE,
                pages)
            .in(state == AttachmentState.INDEXED ? "it" : ""),
        Map.of(),
        NOTHING);
  }
}
