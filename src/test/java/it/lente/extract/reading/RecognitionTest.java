package it.lente.extract.reading;

import static it.lente.extract.reading.Archives.packed;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.extract.reading.frame.PageFollower;
import it.lente.extract.workers.InstalledTesseract;
import it.lente.extract.workers.ReadRequest;
import it.lente.extract.workers.WorkerLaunch;
import it.lente.extract.workers.WorkerLimits;
import it.lente.extract.workers.WorkerTextExtractor;
import it.lente.extract.workers.WorkerTextRecognizer;
import it.lente.messages.Said;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.WordBox;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real program on pictures of text. */
class RecognitionTest {

  private static final String TEXT =
      """
      Il bilancio partecipativo del Comune di Borgo Finto
      riguarda le piazze, le strade ed i giardini del pub-
      blico passeggio, come deliberato dal Consiglio.\
      """;

  private static final String STAMP = "Prot. n. 0012345 del 12/03/2019";
  private static final int PATIENCE_SECONDS = 60;

  /** Points by which a recognised box may miss the painted word. */
  private static final float NEAR = 5;

  @TempDir private Path folder;

  @BeforeEach
  void givenTesseract() {
    Scans.assumeTesseract();
  }

  @Test
  void a_page_that_is_a_picture_is_read_word_by_word() throws IOException {
    AttachmentText text = whenRecognizing("a.pdf", Scans.report(TEXT));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.OCR);
    assertThat(Said.of(text.summary())).isEmpty();
    thenItIsTheText(text.pages().getFirst(), 0);
  }

  @Test
  void so_is_a_page_that_was_scanned_on_its_side() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      // The upper part of the sheet, as wide as it is shown.
      Scans.turned(pdf, upperPart(Math.round(595 / Scans.POINTS * 595 / 842)));

      PageText page = whenRecognizing("a.pdf", pdf.bytes()).pages().getFirst();

      assertThat(page.shape().rotation()).isEqualTo(90);
      assertThat(page.text()).contains("Il bilancio partecipativo del Comune di Borgo Finto");
      WordBox box = box(page, "bilancio");
      WordBox painted = box(painted(), "bilancio");
      float scale = 842 / 595f;
      assertThat(box.left())
          .isBetween(scale * painted.left() - NEAR, scale * painted.left() + NEAR);
      assertThat(box.top())
          .isBetween(scale * painted.top() - NEAR, scale * painted.top() + NEAR * 2);
    }
  }

  @Test
  void a_page_is_read_however_it_lay_in_the_scanner() throws IOException {
    BufferedImage upright = Scans.picture(TEXT);
    List<WordBox> painted = painted().boxes().all();
    for (int quarters = 1; quarters < 4; quarters++) {
      try (Pdfs pdf = new Pdfs()) {
        Scans.whole(pdf, Scans.lying(upright, quarters));

        AttachmentText text = whenRecognizing("a.pdf", pdf.bytes());

        assertThat(text.summary().state()).isEqualTo(AttachmentState.OCR);
        PageText page = text.pages().getFirst();
        assertThat(page.text()).as("%d quarters", quarters).isEqualTo(painted().text());
        List<WordBox> found = page.boxes().all();
        assertThat(found).hasSameSizeAs(painted);
        for (int word = 0; word < found.size(); word++) {
          Rectangle2D place = lying(painted.get(word), quarters);
          WordBox box = found.get(word);
          assertThat(place.contains(box.left() + box.width() / 2, box.top() + box.height() / 2))
              .as("%d quarters, %s in %s", quarters, box, place)
              .isTrue();
          assertThat(box.width())
              .isBetween(.4f * (float) place.getWidth(), (float) place.getWidth() + NEAR);
          assertThat(box.height())
              .isBetween(.4f * (float) place.getHeight(), (float) place.getHeight() + NEAR);
        }
      }
    }
  }

  @Test
  void what_looks_like_text_and_cannot_be_read_is_none() throws IOException {
    BufferedImage picture = Scans.picture((TEXT + "\n").repeat(8));
    BufferedImage coarse = Scans.scaled(Scans.scaled(picture, .12f), 1 / .12f);

    AttachmentText text = whenRecognizing("a.pdf", Scans.pageOf(coarse));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.FAILED);
    assertThat(Said.of(text.summary()))
        .isEqualTo("page 1: what character recognition makes of it is no text");
    assertThat(text.pages().getFirst().text()).isEmpty();
  }

  @Test
  void specks_are_no_text() throws IOException {
    long seed = 20261127;
    Random random = new Random(seed);
    BufferedImage picture = Scans.blank();
    for (int speck = 0; speck < 600; speck++) {
      int x = random.nextInt(picture.getWidth() - 12);
      int y = random.nextInt(picture.getHeight() - 12);
      for (int dot = 0; dot < 40; dot++) {
        picture.setRGB(x + random.nextInt(12), y + random.nextInt(12), 0);
      }
    }

    AttachmentText text = whenRecognizing("a.png", Scans.file(picture, "png"));

    assertThat(text.summary().state()).as("seed %d", seed).isNotEqualTo(AttachmentState.OCR);
  }

  @Test
  void a_stamp_upon_a_scan_stays_as_it_is_written() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      PDPage page = Scans.scan(pdf, Scans.picture(TEXT));
      pdf.write(page, 300, 800, STAMP);

      AttachmentText text = whenRecognizing("a.pdf", pdf.bytes());

      assertThat(text.summary().state()).isEqualTo(AttachmentState.OCR);
      assertThat(text.pages().getFirst().text())
          .startsWith(STAMP + "\n")
          .containsOnlyOnce("0012345")
          .containsOnlyOnce("bilancio");
      thenItIsTheText(text.pages().getFirst(), STAMP.length());
    }
  }

  @Test
  void a_document_of_text_and_pictures_is_whole_once_these_are_read() throws IOException {
    try (Pdfs pdf = new Pdfs()) {
      pdf.page("La premessa");
      Scans.scan(pdf, Scans.picture(TEXT));
      Path file = Files.write(folder.resolve("a.pdf"), pdf.bytes());

      assertThat(new TikaTextExtractor().extract(file).summary().state())
          .isEqualTo(AttachmentState.PARTIAL);
      AttachmentText text = whenRecognizing("a.pdf", pdf.bytes());
      assertThat(text.summary().state()).isEqualTo(AttachmentState.OCR);
      assertThat(text.pages())
          .extracting(PageText::state)
          .containsExactly(PageState.TEXT, PageState.OCR);
    }
  }

  @Test
  void a_picture_without_words_has_no_text() throws IOException {
    AttachmentText text = whenRecognizing("a.png", Scans.file(Scans.blank(), "png"));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.NO_TEXT);
    assertThat(Said.of(text.summary()))
        .isEqualTo("no text on any of 1 page, by character recognition either");
  }

  @Test
  void pictures_are_read_in_every_format_and_in_archives() throws IOException {
    BufferedImage picture = upperPart(600);
    AttachmentText tiff =
        whenRecognizing("a.tiff", PictureReadingTest.pages(Scans.blank(), picture));
    AttachmentText zip =
        whenRecognizing("a.zip", Archives.zip(packed("b.png", Scans.file(picture, "png"))));

    assertThat(tiff.pages())
        .extracting(PageText::state)
        .containsExactly(PageState.EMPTY, PageState.OCR);
    assertThat(zip.summary().state()).isEqualTo(AttachmentState.OCR);
    assertThat(zip.pages().getFirst().text()).contains("bilancio partecipativo");
    // It states no resolution, so that its pixels count as those of a screen.
    float scale = 72f / 96 / Scans.POINTS;
    float left = box(painted(), "bilancio").left();
    assertThat(box(zip.pages().getFirst(), "bilancio").left() / scale)
        .isBetween(left - NEAR, left + NEAR);
  }

  @Test
  void a_photograph_is_read_as_the_camera_was_held() throws IOException {
    BufferedImage upright = upperPart(600);
    AffineTransform toTheLeft = new AffineTransform(0, -1, 1, 0, 0, upright.getWidth());
    BufferedImage lying =
        new AffineTransformOp(toTheLeft, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
            .filter(
                upright, new BufferedImage(600, upright.getWidth(), BufferedImage.TYPE_BYTE_GRAY));

    PageText page = whenRecognizing("a.jpg", PictureReadingTest.held(lying, 6)).pages().getFirst();

    assertThat(page.text()).contains("Il bilancio partecipativo del Comune di Borgo Finto");
    assertThat(box(page, "bilancio").top()).isLessThan(page.shape().height() / 2);
  }

  @Test
  void a_worker_that_is_killed_costs_the_page_that_it_recognises() throws Exception {
    try (Pdfs pdf = new Pdfs();
        WorkerTextRecognizer recognizer =
            new WorkerTextRecognizer(
                new WorkerTextExtractor(
                    WorkerLaunch.ofThisJava(),
                    WorkerLimits.RECOGNITION,
                    1,
                    folder.resolve("scratch")),
                new InstalledTesseract())) {
      Scans.scan(pdf, Scans.picture((TEXT + "\n").repeat(10)));
      Scans.scan(pdf, Scans.picture(TEXT));
      Path file = Files.write(folder.resolve("a.pdf"), pdf.bytes());
      CompletableFuture<AttachmentText> reading =
          CompletableFuture.supplyAsync(
              () -> recognizer.recognize(file), task -> Thread.ofPlatform().start(task));

      workerThatRecognizes().destroyForcibly();
      AttachmentText text = reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

      assertThat(text.pages())
          .extracting(PageText::state)
          .containsExactly(PageState.FAILED, PageState.OCR);
      assertThat(text.summary().state()).isEqualTo(AttachmentState.PARTIAL);
      assertThat(Said.of(text.summary()))
          .isEqualTo("page 1: character recognition failed, its reader died (signal 9)");
    }
  }

  @Test
  void a_page_that_takes_too_long_to_paint_says_so() throws IOException {
    Duration limit = Duration.ofSeconds(2);
    WorkerLimits limits =
        new WorkerLimits(256, limit, Duration.ofMinutes(2), 1 << 20, 10, Duration.ofSeconds(60));
    try (Pdfs pdf = new Pdfs();
        WorkerTextRecognizer recognizer =
            new WorkerTextRecognizer(
                new WorkerTextExtractor(
                    WorkerLaunch.ofThisJava(), limits, 1, folder.resolve("scratch")),
                new InstalledTesseract())) {
      PDPage page = Scans.scan(pdf, Scans.picture(TEXT));
      pdf.paint(
          page,
          contents -> {
            for (int layer = 0; layer < 20_000; layer++) {
              contents.addRect(layer % 50, 0, 540, 840);
              contents.fill();
            }
          });
      Path file = Files.write(folder.resolve("a.pdf"), pdf.bytes());

      AttachmentText text = recognizer.recognize(file);

      assertThat(text.summary().state()).isEqualTo(AttachmentState.FAILED);
      assertThat(Said.of(text.summary()))
          .isEqualTo("page 1: character recognition failed, it takes longer than 2 s");
    }
  }

  private static BufferedImage upperPart(int height) {
    BufferedImage whole = Scans.picture(TEXT);
    return whole.getSubimage(0, 0, whole.getWidth(), height);
  }

  /** The one that has started a program. */
  private static ProcessHandle workerThatRecognizes() throws InterruptedException {
    Instant patience = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (true) {
      Optional<ProcessHandle> worker =
          ProcessHandle.current()
              .children()
              .filter(child -> child.children().findAny().isPresent())
              .findFirst();
      if (worker.isPresent()) {
        return worker.orElseThrow();
      }
      assertThat(Instant.now()).isBefore(patience);
      Thread.sleep(5);
    }
  }

  /** The page that was painted, read from the letters themselves. */
  private PageText painted() throws IOException {
    Path file = Files.write(folder.resolve("painted.pdf"), Pdfs.withPages(TEXT));
    return new TikaTextExtractor().extract(file).pages().getFirst();
  }

  /** The text of the picture stands on the page from an offset, each word where it was painted. */
  private void thenItIsTheText(PageText page, int from) throws IOException {
    PageText painted = painted();
    String text = page.text().substring(from).strip();
    assertThat(text).isEqualTo(painted.text()).contains("giardini del pubblico");
    int shift = page.text().indexOf(text);
    List<WordBox> found = page.boxes().within(shift, page.text().length());
    List<WordBox> expected = painted.boxes().all();
    assertThat(found).hasSameSizeAs(expected);
    for (int word = 0; word < found.size(); word++) {
      WordBox box = found.get(word);
      WordBox place = expected.get(word);
      assertThat(box.start() - shift).isEqualTo(place.start());
      // A recognised word has its full stop in its box.
      assertThat(box.end() - shift).isBetween(place.end(), place.end() + 1);
      assertThat(box.left()).isBetween(place.left() - NEAR, place.left() + NEAR);
      assertThat(box.left() + box.width())
          .isBetween(place.left() + place.width() - NEAR, place.left() + place.width() + NEAR);
      assertThat(box.top()).isBetween(place.top() - NEAR, place.top() + NEAR);
      assertThat(box.top() + box.height()).isBetween(place.top(), place.top() + place.height());
      assertThat(box.confidence()).isBetween(1, WordBox.CERTAIN);
    }
    assertThat(found).extracting(WordBox::confidence).anyMatch(sure -> sure < WordBox.CERTAIN);
  }

  /** The place of a box of an upright A4 page once the page is turned clockwise. */
  private static Rectangle2D lying(WordBox box, int quarters) {
    AffineTransform turn = new AffineTransform();
    switch (quarters) {
      case 1 -> turn.translate(842, 0);
      case 2 -> turn.translate(595, 842);
      default -> turn.translate(0, 595);
    }
    turn.quadrantRotate(quarters);
    return turn.createTransformedShape(
            new Rectangle2D.Float(box.left(), box.top(), box.width(), box.height()))
        .getBounds2D();
  }

  private static WordBox box(PageText page, String word) {
    int start = page.text().indexOf(word);
    assertThat(start).isNotNegative();
    return page.boxes().within(start, start + word.length()).getFirst();
  }

  private AttachmentText whenRecognizing(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    ReadRequest request = new ReadRequest(file.toString(), Map.of(), Optional.of("ita"));
    return new TikaTextExtractor().extract(request, PageFollower.NONE);
  }
}
