package it.lente.extract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.extract.TextExtractor;
import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageShape;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.TextUnit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfExtractionTest {

  private static final TextExtractor EXTRACTOR = new TikaTextExtractor();

  @TempDir private Path folder;

  @Test
  void pages_keep_their_numbers_behind_one_without_contents() throws IOException {
    AttachmentText text = whenReading(Pdfs.withPages("assemblea", "", "bilancio"));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
    assertThat(text.summary().unit()).isEqualTo(TextUnit.PAGE);
    assertThat(text.summary().pageCount()).isEqualTo(3);
    assertThat(text.summary().mediaType()).isEqualTo("application/pdf");
    assertThat(text.pages()).extracting(PageText::number).containsExactly(1, 2, 3);
    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("assemblea", "", "bilancio");
  }

  @Test
  void every_word_is_found_on_its_page() throws IOException {
    for (int round = 0; round < 20; round++) {
      long seed = 7919L * (round + 1);
      Random random = new Random(seed);
      String[] pages = new String[1 + random.nextInt(12)];
      Arrays.setAll(pages, page -> randomLines(random));

      AttachmentText text = whenReading(Pdfs.withPages(pages));

      assertThat(text.pages()).as("pages, seed %d", seed).hasSize(pages.length);
      for (int page = 0; page < pages.length; page++) {
        assertThat(words(text.pages().get(page).text()))
            .as("page %d, seed %d", page + 1, seed)
            .isEqualTo(words(pages[page]));
      }
    }
  }

  @Test
  void pages_bear_the_labels_of_the_document() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      for (int page = 0; page < 5; page++) {
        pdf.page("pagina");
      }
      PDPageLabels labels = new PDPageLabels(pdf.document);
      labels.setLabelItem(0, range(PDPageLabelRange.STYLE_ROMAN_UPPER, "", 7));
      labels.setLabelItem(2, range(PDPageLabelRange.STYLE_LETTERS_LOWER, "All. ", 1));
      labels.setLabelItem(4, range(PDPageLabelRange.STYLE_DECIMAL, "", 30));
      pdf.document.getDocumentCatalog().setPageLabels(labels);

      assertThat(whenReading(pdf.bytes()).pages())
          .extracting(PageText::label)
          .containsExactly("VII", "VIII", "All. a", "All. b", "30");
    }
  }

  @Test
  void pages_without_labels_have_an_empty_one() throws IOException {
    assertThat(whenReading(Pdfs.withPages("pagina")).pages())
        .extracting(PageText::label)
        .containsExactly("");
  }

  @Test
  void a_page_has_the_shape_in_which_it_is_shown() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      pdf.page("in piedi");
      pdf.page("sdraiata").setRotation(90);
      pdf.page("capovolta").setRotation(-180);
      pdf.page("tagliata").setCropBox(new PDRectangle(50, 100, 300, 700));

      List<PageText> pages = whenReading(pdf.bytes()).pages();

      PDRectangle a4 = PDRectangle.A4;
      assertThat(pages)
          .extracting(PageText::shape)
          .containsExactly(
              new PageShape(a4.getWidth(), a4.getHeight(), 0),
              new PageShape(a4.getHeight(), a4.getWidth(), 90),
              new PageShape(a4.getWidth(), a4.getHeight(), 180),
              new PageShape(300, 700, 0, 50, 100));
      assertThat(pages.get(1).text()).isEqualTo("sdraiata");
    }
  }

  @Test
  void a_broken_page_does_not_cost_the_others() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      pdf.page("prima");
      pdf.raw("not a deflated stream".getBytes(StandardCharsets.US_ASCII), COSName.FLATE_DECODE);
      pdf.raw("BT /F1 12 Tf ".repeat(3).getBytes(StandardCharsets.US_ASCII), COSName.LZW_DECODE);
      pdf.page("ultima");
      pdf.document.getPage(1).getCOSObject().setName(COSName.CONTENTS, "nowhere");
      pdf.document.getPage(2).getCOSObject().setName(COSName.ANNOTS, "nowhere");

      AttachmentText text = whenReading(pdf.bytes());

      assertThat(text.pages()).hasSize(4);
      assertThat(text.pages().getFirst().text()).isEqualTo("prima");
      assertThat(text.pages().getLast().text()).isEqualTo("ultima");
    }
  }

  @Test
  void contents_that_claim_to_be_a_picture_are_damaged_and_not_unpacked() throws IOException {
    for (COSName filter : List.of(COSName.JBIG2_DECODE, COSName.DCT_DECODE, COSName.JPX_DECODE)) {
      try (Pdfs pdf = new Pdfs()) {
        pdf.raw("BT (mai) Tj ET".getBytes(StandardCharsets.US_ASCII), filter);
        pdf.page("dopo");

        AttachmentText text = whenReading(pdf.bytes());

        assertThat(text.pages()).extracting(PageText::text).containsExactly("", "dopo");
        assertThat(Said.of(text.summary())).startsWith("page 1: its contents are damaged");
      }
    }
  }

  @Test
  void a_page_with_damaged_contents_keeps_what_was_read_and_is_named() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      pdf.page("intera");
      pdf.raw(damaged(pdf.page(manyLines(60))), COSName.FLATE_DECODE);
      PDPage broken = pdf.document.getPage(2);
      broken.setResources(pdf.document.getPage(1).getResources());

      AttachmentText text = whenReading(pdf.bytes());

      assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
      assertThat(Said.of(text.summary())).startsWith("page 3: its contents are damaged");
      assertThat(text.pages()).hasSize(3);
      assertThat(text.pages().get(2).text()).startsWith("riga 60");
    }
  }

  @Test
  void a_document_that_is_cut_off_keeps_the_pages_that_are_there() throws IOException {
    byte[] whole = Pdfs.withPages("prima", "seconda", "terza");
    byte[] start = Arrays.copyOf(whole, whole.length - 300);

    AttachmentText text = whenReading(start);

    assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
    assertThat(Said.of(text.summary())).isEqualTo("the end of the file is missing");
    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly("prima", "seconda", "terza");
  }

  @Test
  void a_password_is_asked_for() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      pdf.page("segreto");
      pdf.protect("owner", "user");

      AttachmentText text = whenReading(pdf.bytes());

      assertThat(text.summary().state()).isEqualTo(AttachmentState.ENCRYPTED);
      assertThat(Said.of(text.summary())).isEqualTo("a password is needed to open it");
      assertThat(text.pages()).isEmpty();
    }
  }

  @Test
  void a_document_that_only_its_owner_may_change_is_read() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      pdf.page("leggibile");
      pdf.protect("owner", "");

      AttachmentText text = whenReading(pdf.bytes());

      assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
      assertThat(text.pages().getFirst().text()).isEqualTo("leggibile");
    }
  }

  @Test
  void pages_that_are_pictures_wait_to_be_recognised() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      pdf.picture();
      pdf.picture();

      AttachmentText text = whenReading(pdf.bytes());

      assertThat(text.summary().state()).isEqualTo(AttachmentState.NEEDS_OCR);
      assertThat(Said.of(text.summary())).isEqualTo("no text on any of 2 pages; they are pictures");
      assertThat(text.summary().pageCount()).isEqualTo(2);
    }
  }

  @Test
  void a_picture_among_pages_of_text_is_named_in_the_reason() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      pdf.page("testo");
      pdf.picture();

      AttachmentText text = whenReading(pdf.bytes());

      assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
      assertThat(Said.of(text.summary())).isEqualTo("page 2: no text but a picture");
      assertThat(text.pages())
          .extracting(PageText::state)
          .containsExactly(PageState.TEXT, PageState.NEEDS_OCR);
    }
  }

  @Test
  void a_stamp_on_every_page_does_not_make_pictures_text() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      for (int page = 0; page < 3; page++) {
        pdf.write(pdf.picture(), 72, 800, "Comune di Valsorda Prot. n. 0012345 del 21/03/2019");
      }

      AttachmentText text = whenReading(pdf.bytes());

      assertThat(text.summary().state()).isEqualTo(AttachmentState.NEEDS_OCR);
      assertThat(text.pages()).allSatisfy(page -> assertThat(page.repeated()).hasSize(1));
    }
  }

  @Test
  void blank_pages_have_no_text() throws IOException {
    AttachmentText text = whenReading(Pdfs.withPages("", ""));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.NO_TEXT);
    assertThat(Said.of(text.summary())).isEqualTo("no text on any of 2 pages");
  }

  @Test
  void a_document_without_pages_says_so() throws IOException {
    AttachmentText text = whenReading(Pdfs.withPages());

    assertThat(text.summary().state()).isEqualTo(AttachmentState.FAILED);
    assertThat(Said.of(text.summary())).isEqualTo("no page could be found in it");
  }

  @Test
  void a_word_broken_at_the_end_of_a_line_is_whole_again() throws IOException {
    AttachmentText text = whenReading(Pdfs.withPages("la parteci-\npazione dei cittadini"));

    assertThat(text.pages().getFirst().text()).isEqualTo("la partecipazione\ndei cittadini");
  }

  @Test
  void several_threads_share_one_extractor() throws Exception {
    byte[] pdf = Pdfs.withPages("uno", "due", "tre");
    Path file = Files.write(folder.resolve("condiviso.pdf"), pdf);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<AttachmentText>> texts =
          IntStream.range(0, 16)
              .mapToObj(n -> threads.submit(() -> EXTRACTOR.extract(file)))
              .toList();
      for (Future<AttachmentText> text : texts) {
        assertThat(text.get().pages())
            .extracting(PageText::text)
            .containsExactly("uno", "due", "tre");
      }
    }
  }

  private AttachmentText whenReading(byte[] pdf) throws IOException {
    return EXTRACTOR.extract(Files.write(folder.resolve("file.pdf"), pdf));
  }

  /** The first two thirds of a page's compressed contents. */
  private static byte[] damaged(PDPage page) throws IOException {
    try (InputStream raw = page.getContentStreams().next().getCOSObject().createRawInputStream()) {
      byte[] whole = raw.readAllBytes();
      return Arrays.copyOf(whole, whole.length * 2 / 3);
    }
  }

  private static String manyLines(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> "riga " + (count - n) + " " + Integer.toHexString(n * 7919 * 104729))
        .collect(Collectors.joining("\n"));
  }

  private static PDPageLabelRange range(String style, String prefix, int start) {
    PDPageLabelRange range = new PDPageLabelRange();
    range.setStyle(style);
    range.setPrefix(prefix);
    range.setStart(start);
    return range;
  }

  private static String randomLines(Random random) {
    StringBuilder lines = new StringBuilder();
    for (int line = random.nextInt(6); line > 0; line--) {
      for (int word = 1 + random.nextInt(6); word > 0; word--) {
        for (int letter = 1 + random.nextInt(9); letter > 0; letter--) {
          lines.append((char) ('a' + random.nextInt(26)));
        }
        lines.append(word > 1 ? ' ' : '\n');
      }
    }
    return lines.toString();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }
}
