package it.lente.extract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pages with pictures are text, and which wait for character recognition. */
class PicturedPagesTest {

  private static final String STAMP =
      "Comune di Borgo Finto - Protocollo generale n. 0012345 del 12/03/2019, classifica 4.7";

  private static final BufferedImage PAPER = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);

  @TempDir private Path folder;

  @Test
  void a_scan_with_a_stamp_upon_it_needs_recognition() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      stamp(pdf, Scans.scan(pdf, PAPER));
      AttachmentText text = whenReading(pdf);

      assertThat(text.summary().state()).isEqualTo(AttachmentState.NEEDS_OCR);
      assertThat(Said.of(text.summary())).endsWith("it is a picture");
      assertThat(text.pages().getFirst().text()).isEqualTo(STAMP);
    }
  }

  @Test
  void so_does_one_with_a_stamp_on_every_page() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      for (int page = 0; page < 3; page++) {
        stamp(pdf, Scans.turned(pdf, PAPER));
      }
      assertThat(whenReading(pdf).pages())
          .extracting(page -> page.state())
          .containsOnly(PageState.NEEDS_OCR);
    }
  }

  @Test
  void a_stamped_scan_between_pages_of_text_is_named_in_the_reason() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      pdf.page("testo");
      stamp(pdf, Scans.scan(pdf, PAPER));
      AttachmentText text = whenReading(pdf);

      assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
      assertThat(Said.of(text.summary())).isEqualTo("page 2: no text but a picture");
    }
  }

  @Test
  void a_scan_in_strips_is_a_scan() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      PDPage page = pdf.blank();
      for (int strip = 0; strip < 10; strip++) {
        Scans.draw(pdf, page, PAPER, new Matrix(595, 0, 0, 84.2f, 0, 84.2f * strip));
      }
      stamp(pdf, page);
      assertThat(state(pdf)).isEqualTo(PageState.NEEDS_OCR);
    }
  }

  @Test
  void a_scan_in_a_form_is_a_scan() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      PDFormXObject form = new PDFormXObject(pdf.document);
      form.setBBox(new PDRectangle(1, 1));
      form.setMatrix(Matrix.getScaleInstance(595, 842).createAffineTransform());
      PDResources resources = new PDResources();
      COSName name = resources.add(LosslessFactory.createFromImage(pdf.document, PAPER));
      form.setResources(resources);
      try (var out = form.getContentStream().createOutputStream()) {
        out.write(("/" + name.getName() + " Do").getBytes(StandardCharsets.US_ASCII));
      }
      PDPage page = pdf.blank();
      pdf.paint(page, contents -> contents.drawForm(form));
      stamp(pdf, page);
      assertThat(state(pdf)).isEqualTo(PageState.NEEDS_OCR);
    }
  }

  @Test
  void a_scan_within_the_contents_is_a_scan() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      String contents = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q ";
      PDPage page = pdf.raw(contents.getBytes(StandardCharsets.US_ASCII), null);
      stamp(pdf, page);
      assertThat(state(pdf)).isEqualTo(PageState.NEEDS_OCR);
    }
  }

  @Test
  void a_few_words_beside_a_picture_are_text() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      PDPage page = pdf.blank();
      Scans.draw(pdf, page, PAPER, new Matrix(595, 0, 0, 421, 0, 0));
      // Beyond the paper there may be any number of pictures.
      Scans.draw(pdf, page, PAPER, new Matrix(5950, 0, 0, 8420, 595, 842));
      stamp(pdf, page);
      assertThat(state(pdf)).isEqualTo(PageState.TEXT);
    }
  }

  @Test
  void a_page_of_text_with_a_picture_behind_it_is_text() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      PDPage page = Scans.scan(pdf, PAPER);
      for (int line = 0; line < 5; line++) {
        pdf.write(page, 40, 700 - 20 * line, line + " righe della brochure: " + STAMP);
      }
      assertThat(state(pdf)).isEqualTo(PageState.TEXT);
    }
  }

  @Test
  void a_scan_that_was_recognised_before_is_text() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      PDPage page = Scans.scan(pdf, PAPER);
      pdf.paint(page, contents -> contents.setRenderingMode(RenderingMode.NEITHER));
      stamp(pdf, page);
      assertThat(state(pdf)).isEqualTo(PageState.TEXT);
    }
  }

  private static void stamp(Pdfs pdf, PDPage page) {
    pdf.write(page, 40, 800, STAMP);
  }

  private PageState state(Pdfs pdf) throws IOException {
    return whenReading(pdf).pages().getFirst().state();
  }

  private AttachmentText whenReading(Pdfs pdf) throws IOException {
    return new TikaTextExtractor().extract(Files.write(folder.resolve("a.pdf"), pdf.bytes()));
  }
}
