package it.lente.extract.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.extract.reading.Pdfs;
import it.lente.extract.reading.TikaTextExtractor;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.DocumentInfo;
import it.lente.record.DocumentInfo.Bookmark;
import it.lente.record.DocumentInfo.Comment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfInfoTest {

  @TempDir private Path folder;

  private final Pdfs pdf = new Pdfs();

  @AfterEach
  void close() {
    pdf.close();
  }

  @Test
  void a_document_says_its_title_author_subject_and_keywords() throws IOException {
    pdf.page("testo");
    var said = pdf.document.getDocumentInformation();
    said.setTitle("Verbale  della\nseduta");
    said.setAuthor("Ufficio partecipazione");
    said.setSubject("Bilancio");
    said.setKeywords("parco, scuola");

    DocumentInfo info = whenReading().info();

    assertThat(info.title()).isEqualTo("Verbale della seduta");
    assertThat(info.author()).isEqualTo("Ufficio partecipazione");
    assertThat(info.subject()).isEqualTo("Bilancio");
    assertThat(info.keywords()).isEqualTo("parco, scuola");
    assertThat(info.copyingForbidden()).isFalse();
  }

  @Test
  void a_plain_document_says_nothing() throws IOException {
    pdf.page("testo");

    assertThat(whenReading().info()).isEqualTo(DocumentInfo.NONE);
  }

  @Test
  void metadata_in_xmp_are_read_where_there_are_no_others() throws IOException {
    pdf.page("testo");
    givenXmp(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
            + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title><rdf:Alt>"
            + "<rdf:li xml:lang='x-default'>Relazione finale</rdf:li></rdf:Alt></dc:title>"
            + "<dc:creator><rdf:Seq><rdf:li>Rossi</rdf:li><rdf:li>Bianchi</rdf:li></rdf:Seq>"
            + "</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>");

    DocumentInfo info = whenReading().info();

    assertThat(info.title()).isEqualTo("Relazione finale");
    assertThat(info.author()).isEqualTo("Rossi, Bianchi");
  }

  @Test
  void broken_metadata_cost_nothing_else() throws IOException {
    pdf.page("testo");
    givenXmp("<a><title>Prima</title><rotto");

    AttachmentText text = whenReading();

    assertThat(text.info().title()).isEqualTo("Prima");
    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
  }

  @Test
  void bookmarks_tell_the_pages_to_which_they_lead() throws IOException {
    PDPage first = pdf.page("uno");
    PDPage second = pdf.page("due");
    PDDocumentOutline outline = new PDDocumentOutline();
    PDOutlineItem chapter = bookmark("Premessa", first);
    chapter.addLast(bookmark("Dettaglio", second));
    outline.addLast(chapter);
    PDOutlineItem named = bookmark("Per nome", null);
    named.getCOSObject().setItem(COSName.DEST, new COSString("arrivo"));
    outline.addLast(named);
    outline.addLast(bookmark("Senza meta", null));
    pdf.document.getDocumentCatalog().setDocumentOutline(outline);
    givenName("arrivo", second);

    assertThat(whenReading().info().bookmarks())
        .containsExactly(
            new Bookmark("Premessa", 1),
            new Bookmark("Dettaglio", 2),
            new Bookmark("Per nome", 2),
            new Bookmark("Senza meta", 0));
  }

  @Test
  void an_outline_that_turns_back_on_itself_is_read_once_and_costs_no_page() throws IOException {
    PDPage page = pdf.page("uno");
    PDDocumentOutline outline = new PDDocumentOutline();
    PDOutlineItem entry = bookmark("Capitolo", page);
    outline.addLast(entry);
    entry.getCOSObject().setItem(COSName.NEXT, entry.getCOSObject());
    entry.getCOSObject().setItem(COSName.FIRST, outline.getCOSObject());
    pdf.document.getDocumentCatalog().setDocumentOutline(outline);

    AttachmentText text = whenReading();

    assertThat(text.info().bookmarks()).containsExactly(new Bookmark("Capitolo", 1));
    assertThat(text.pages().getFirst().text()).isEqualTo("uno");
    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
  }

  @Test
  void an_outline_ten_thousand_deep_is_read_as_far_as_the_budget_goes() {
    COSDictionary catalog = new COSDictionary();
    COSDictionary root = new COSDictionary();
    catalog.setItem(COSName.OUTLINES, root);
    COSDictionary above = root;
    for (int depth = 0; depth < 10_000; depth++) {
      COSDictionary entry = new COSDictionary();
      entry.setString(COSName.TITLE, "Livello " + depth);
      above.setItem(COSName.FIRST, entry);
      above = entry;
    }
    Destinations nowhere = new Destinations(catalog, List.of());

    assertThat(Outline.of(catalog, nowhere, 10_000).bookmarks()).hasSize(10_000);
    Outline cut = Outline.of(catalog, nowhere, 9_999);
    assertThat(cut.bookmarks()).hasSize(9_999);
    assertThat(cut.isCut()).isTrue();
  }

  @Test
  void notes_that_are_not_painted_are_comments() throws IOException {
    pdf.page("uno");
    PDPage page = pdf.page("due");
    PDAnnotationText note = new PDAnnotationText();
    note.setContents("Da verificare");
    note.setTitlePopup("Anna");
    PDAnnotationHighlight mark = new PDAnnotationHighlight();
    mark.setContents("Importo sbagliato");
    PDAnnotationLink link = new PDAnnotationLink();
    link.setContents("Vai al sito");
    PDAnnotationText hidden = new PDAnnotationText();
    hidden.setContents("Nascosta");
    hidden.setHidden(true);
    PDAnnotationFreeText unpainted = new PDAnnotationFreeText();
    unpainted.setContents("Scritta senza aspetto");
    page.setAnnotations(List.of(note, mark, link, hidden, unpainted));

    AttachmentText text = whenReading();

    assertThat(text.info().comments())
        .containsExactly(
            new Comment(2, "Anna", "Da verificare"),
            new Comment(2, "", "Importo sbagliato"),
            new Comment(2, "", "Scritta senza aspetto"));
    assertThat(text.pages().getLast().text()).isEqualTo("due");
  }

  @Test
  void a_document_whose_owner_forbids_copying_is_read_and_says_so() throws IOException {
    pdf.page("testo");
    pdf.protect("padrone", "");

    AttachmentText text = whenReading();

    assertThat(text.info().copyingForbidden()).isTrue();
    assertThat(text.pages().getFirst().text()).isEqualTo("testo");
  }

  private void givenXmp(String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    pdf.document
        .getDocumentCatalog()
        .setMetadata(new PDMetadata(pdf.document, new ByteArrayInputStream(bytes)));
  }

  private void givenName(String name, PDPage page) {
    COSArray place = new COSArray();
    place.add(page);
    place.add(COSName.getPDFName("Fit"));
    COSDictionary dests = new COSDictionary();
    COSArray pairs = new COSArray();
    pairs.add(new COSString(name));
    pairs.add(place);
    dests.setItem(COSName.NAMES, pairs);
    COSDictionary names = new COSDictionary();
    names.setItem(COSName.DESTS, dests);
    pdf.document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
  }

  private static PDOutlineItem bookmark(String title, PDPage page) {
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    if (page != null) {
      item.setDestination(page);
    }
    return item;
  }

  private AttachmentText whenReading() throws IOException {
    Path file = Files.write(folder.resolve("file.pdf"), pdf.bytes());
    return new TikaTextExtractor().extract(file);
  }
}
