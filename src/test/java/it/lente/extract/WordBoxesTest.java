package it.lente.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WordBoxesTest {

  private final Pdfs pdf = new Pdfs();

  @AfterEach
  void close() {
    pdf.close();
  }

  @Test
  void words_anywhere_on_any_page_are_found_in_boxes_around_their_origins() {
    for (int round = 0; round < 40; round++) {
      long seed = 104_729L * (round + 1);
      Random random = new Random(seed);
      PDPage page = randomPage(random);
      Map<String, Point2D> placed = new LinkedHashMap<>();
      for (int place = 0; place < 60; place++) {
        if (random.nextInt(3) == 0) {
          write(page, placed, random, place);
        }
      }

      PageWriter read = whenReading(page);

      assertThat(read.text().split("\\s+"))
          .as("seed %d", seed)
          .containsExactlyInAnyOrder(placed.keySet().toArray(String[]::new));
      placed.forEach((word, origin) -> thenBoxed(read, word, origin, "seed %d".formatted(seed)));
    }
  }

  @Test
  void a_broken_word_has_a_box_for_each_of_its_parts() {
    PDPage page = pdf.page("la parteci-\npazione dei");

    PageWriter read = whenReading(page);

    WordBoxes boxes = read.boxes();
    assertThat(read.text()).isEqualTo("la partecipazione\ndei");
    assertThat(boxes.count()).isEqualTo(4);
    assertThat(read.text().substring(boxes.start(1), boxes.end(1))).isEqualTo("parteci");
    assertThat(read.text().substring(boxes.start(2), boxes.end(2))).isEqualTo("pazione");
    assertThat(boxes.y(2)).isGreaterThan(boxes.y(1) + boxes.height(1) - 1);
    assertThat(boxes.x(2)).isLessThan(boxes.x(1));
  }

  private PDPage randomPage(Random random) {
    PDPage page = pdf.blank();
    page.setMediaBox(
        new PDRectangle(random.nextInt(400) - 200, random.nextInt(400) - 200, 700, 700));
    PDRectangle media = page.getMediaBox();
    page.setCropBox(
        new PDRectangle(media.getLowerLeftX() + 20, media.getLowerLeftY() + 30, 660, 640));
    page.setRotation(90 * random.nextInt(4));
    return page;
  }

  /** Each place of a grid takes one word, at one of the four right angles. */
  private void write(PDPage page, Map<String, Point2D> placed, Random random, int place) {
    PDRectangle media = page.getMediaBox();
    float x = media.getLowerLeftX() + 60 + 95 * (place % 6) + random.nextInt(10);
    float y = media.getLowerLeftY() + 60 + 58 * (place / 6f - place % 6 / 6f) + random.nextInt(6);
    int degrees = random.nextInt(6) == 0 ? 90 * random.nextInt(4) : 0;
    String word = "p" + place + "abcdefg".substring(random.nextInt(6));
    Matrix matrix = Matrix.getRotateInstance(Math.toRadians(degrees), x, y);
    pdf.write(page, matrix, Pdfs.HELVETICA, 6 + random.nextInt(3), word);
    placed.put(word, asShown(page, x, y));
  }

  /** The point from the top-left corner of the page as it is shown. */
  private static Point2D asShown(PDPage page, float x, float y) {
    PDRectangle crop = page.getCropBox();
    float fromLeft = x - crop.getLowerLeftX();
    float fromFoot = y - crop.getLowerLeftY();
    return switch (page.getRotation()) {
      case 90 -> new Point2D.Float(fromFoot, fromLeft);
      case 180 -> new Point2D.Float(crop.getWidth() - fromLeft, fromFoot);
      case 270 -> new Point2D.Float(crop.getHeight() - fromFoot, crop.getWidth() - fromLeft);
      default -> new Point2D.Float(fromLeft, crop.getHeight() - fromFoot);
    };
  }

  private static void thenBoxed(PageWriter read, String word, Point2D origin, String seed) {
    WordBoxes boxes = read.boxes();
    for (int box = 0; box < boxes.count(); box++) {
      if (read.text().substring(boxes.start(box), boxes.end(box)).equals(word)) {
        assertThat(origin.getX())
            .as("%s, x of %s", seed, word)
            .isBetween(boxes.x(box) - .1, boxes.x(box) + boxes.width(box) + .1);
        assertThat(origin.getY())
            .as("%s, y of %s", seed, word)
            .isBetween(boxes.y(box) - .1, boxes.y(box) + boxes.height(box) + .1);
        return;
      }
    }
    throw new AssertionError(seed + ": no box holds " + word);
  }

  private static PageWriter whenReading(PDPage page) {
    PageFrame frame = PageFrame.of(page);
    Glyphs glyphs = new GlyphCollector(null, PdfBudget.DEFAULT).collect(page, frame);
    return PageWriter.write(ReadingOrder.of(WordBuilder.words(glyphs)));
  }
}
