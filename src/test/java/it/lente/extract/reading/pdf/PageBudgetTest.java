package it.lente.extract.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.extract.reading.Pdfs;
import it.lente.extract.reading.frame.PageFollower;
import it.lente.extract.reading.frame.PdfPages;
import it.lente.extract.reading.frame.ReadPage;
import it.lente.messages.Said;
import it.lente.record.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageBudgetTest {

  private static final PdfBudget SMALL = new PdfBudget(3, 50, 8, 4, 2000, 5, 5);

  private final Pdfs pdf = new Pdfs();

  @AfterEach
  void close() {
    pdf.close();
  }

  @Test
  void a_page_with_too_many_characters_is_cut_and_says_so() throws IOException {
    pdf.page("troppe lettere ".repeat(10));
    pdf.page("abbastanza");

    PdfPages pages = whenReading();

    assertThat(pages.pages().getFirst().problem())
        .contains(ReasonCode.TOO_MANY_CHARACTERS.with(50));
    assertThat(pages.pages().getFirst().text().text()).startsWith("troppe lettere troppe");
    assertThat(pages.pages().getLast().problem()).isEmpty();
    assertThat(pages.pages().getLast().text().text()).isEqualTo("abbastanza");
  }

  @Test
  void forms_that_draw_each_other_many_times_are_stopped() throws IOException {
    PDPage page = pdf.page("prima");
    PDFormXObject form = form("");
    for (int level = 0; level < 3; level++) {
      PDFormXObject outer = form("/F Do ".repeat(10));
      outer.getResources().put(COSName.getPDFName("F"), form);
      form = outer;
    }
    PDFormXObject bomb = form;
    pdf.paint(page, contents -> contents.drawForm(bomb));
    pdf.page("dopo");

    List<ReadPage> pages = whenReading().pages();

    assertThat(pages.getFirst().problem()).contains(ReasonCode.TOO_MANY_FORMS.with(8));
    assertThat(pages.getFirst().text().text()).isEqualTo("prima");
    assertThat(pages.getLast().text().text()).isEqualTo("dopo");
  }

  @Test
  void a_form_that_draws_itself_is_stopped() throws IOException {
    PDPage page = pdf.page("prima");
    PDFormXObject form = form("/F Do");
    form.getResources().put(COSName.getPDFName("F"), form);
    pdf.paint(page, contents -> contents.drawForm(form));

    ReadPage read = whenReading().pages().getFirst();

    assertThat(read.problem()).contains(ReasonCode.FORMS_TOO_DEEP.with(4));
    assertThat(read.text().text()).isEqualTo("prima");
  }

  @Test
  void contents_that_unpack_to_too_much_are_not_read() throws IOException {
    pdf.paint(pdf.blank(), contents -> contents.addComment("molto".repeat(1000)));

    assertThat(Said.of(whenReading().pages().getFirst().problem().orElseThrow()))
        .startsWith("it unpacks to more than");
  }

  @Test
  void a_page_tree_that_turns_back_on_itself_is_walked_once() throws IOException {
    pdf.page("uno");
    pdf.page("due");
    var root = pdf.document.getPages().getCOSObject();
    ((COSArray) root.getDictionaryObject(COSName.KIDS)).add(root);
    root.setInt(COSName.COUNT, 2_000_000_000);

    PdfPages pages = new PdfPages(Map.of(), PageFollower.NONE, Optional.empty());
    new PdfReader(pdf.document, pages, SMALL).read();

    assertThat(pages.pages()).extracting(page -> page.text().text()).containsExactly("uno", "due");
    assertThat(pages.losses()).containsExactly(ReasonCode.FEWER_PAGES.with(2_000_000_000, 2));
  }

  @Test
  void pages_beyond_the_budget_are_left_out_and_named() throws IOException {
    for (int page = 0; page < 5; page++) {
      pdf.page("pagina");
    }

    PdfPages pages = whenReading();

    assertThat(pages.pages()).hasSize(3);
    assertThat(pages.losses().getFirst()).isEqualTo(ReasonCode.TOO_MANY_PAGES.with(3));
  }

  private PDFormXObject form(String contents) throws IOException {
    PDFormXObject form = new PDFormXObject(pdf.document);
    form.setBBox(new PDRectangle(0, 0, 100, 100));
    form.setResources(new PDResources());
    try (var out = form.getCOSObject().createOutputStream()) {
      out.write((contents + " q Q").getBytes(StandardCharsets.US_ASCII));
    }
    return form;
  }

  private PdfPages whenReading() throws IOException {
    PdfPages pages = new PdfPages(Map.of(), PageFollower.NONE, Optional.empty());
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      new PdfReader(document, pages, SMALL).read();
    }
    return pages;
  }
}
