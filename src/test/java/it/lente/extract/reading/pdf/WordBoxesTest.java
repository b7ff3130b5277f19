package it.lente.extract.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.extract.reading.Pdfs;
import it.lente.record.Box;
import it.lente.record.PageShape;
import it.lente.record.WordBox;
import java.awt.geom.Point2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WordBoxesTest {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final Pdfs pdf = new Pdfs();

  @AfterEach
  void close() {
    pdf.close();
  }

  @Test
  void a_box_runs_from_ascent_to_descent_and_over_the_width_of_its_word() {
    PDPage page = pdf.blank();
    pdf.write(page, Matrix.getTranslateInstance(100, 700), Pdfs.HELVETICA, 20, "mmm e poi");

    WordBox first = whenReading(page).boxes().all().getFirst();

    // Helvetica: an m of .833 em, ascent .718, descent .207; A4 is 841.89 points high.
    assertThat(first.left()).isEqualTo(100, within(.1));
    assertThat(first.width()).isEqualTo(3 * .833f * 20, within(.1));
    assertThat(first.top()).isEqualTo(841.89f - 700 - .718f * 20, within(.1));
    assertThat(first.height()).isEqualTo((.718f + .207f) * 20, within(.2));
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

      PageWriter.Written read = whenReading(page);

      assertThat(read.text().split("\\s+"))
          .as("seed %d", seed)
          .containsExactlyInAnyOrder(placed.keySet().toArray(String[]::new));
      placed.forEach((word, origin) -> thenBoxed(read, word, origin, "seed %d".formatted(seed)));
      thenEachWordIsCovered(read, seed);
    }
  }

  @Test
  void every_word_of_running_text_lies_in_the_boxes_of_its_characters() {
    for (int round = 0; round < 20; round++) {
      long seed = 15_485_863L * (round + 1);
      Random random = new Random(seed);
      StringBuilder lines = new StringBuilder();
      for (int word = 0; word < 120; word++) {
        lines.append("sessantaquattro".substring(random.nextInt(13)));
        lines.append(List.of(" ", " ", " ", ", ", "-\n", ".\n", " (", ") ").get(random.nextInt(8)));
      }

      thenEachWordIsCovered(whenReading(pdf.page(lines.toString())), seed);
    }
  }

  @Test
  void a_broken_word_has_a_box_for_each_of_its_parts() {
    PageWriter.Written read = whenReading(pdf.page("la parteci-\npazione dei"));

    List<WordBox> boxes = read.boxes().all();
    assertThat(read.text()).isEqualTo("la partecipazione\ndei");
    assertThat(boxes)
        .extracting(box -> read.text().substring(box.start(), box.end()))
        .containsExactly("la", "parteci", "pazione", "dei");
    assertThat(boxes.get(2).top()).isGreaterThan(boxes.get(1).top() + 10);
    assertThat(boxes.get(2).left()).isLessThan(boxes.get(1).left());
  }

  @Test
  void what_can_be_found_by_itself_has_a_box_of_its_own() {
    PageWriter.Written read = whenReading(pdf.page("(dell'acqua, 15/2018 e co-housing)"));

    assertThat(read.boxes().all())
        .extracting(box -> read.text().substring(box.start(), box.end()))
        .containsExactly("dell", "acqua", "15", "2018", "e", "co", "housing");
    int start = read.text().indexOf("acqua");
    Box acqua = read.boxes().around(start, start + 5).getFirst();
    // Helvetica, 12 points: an a, q and u are .556 em wide, a c .5.
    assertThat(acqua.width()).isEqualTo((4 * .556f + .5f) * 12, within(.2));
    int law = read.text().indexOf("15/2018");
    assertThat(read.boxes().around(law, law + 7)).hasSize(1);
  }

  @Test
  void a_letter_spaced_word_has_one_box() {
    PageWriter.Written read = whenReading(pdf.page("I N F O R M A Z I O N I"));

    assertThat(read.boxes().all())
        .extracting(box -> read.text().substring(box.start(), box.end()))
        .containsExactly("INFORMAZIONI");
    assertThat(read.boxes().all().getFirst().width()).isGreaterThan(100);
  }

  @Test
  void the_shape_of_a_page_says_where_its_crop_box_lies() {
    PDPage page = pdf.page("testo");
    page.setCropBox(new PDRectangle(40, 60, 500, 700));
    page.setRotation(90);

    assertThat(PageFrame.of(page).shape()).isEqualTo(new PageShape(700, 500, 90, 40, 60));
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

  private static void thenBoxed(PageWriter.Written read, String word, Point2D origin, String seed) {
    List<WordBox> boxes =
        read.boxes().all().stream()
            .filter(box -> read.text().substring(box.start(), box.end()).equals(word))
            .toList();
    assertThat(boxes).as("%s, boxes of %s", seed, word).hasSize(1);
    WordBox box = boxes.getFirst();
    assertThat(origin.getX())
        .as("%s, x of %s", seed, word)
        .isBetween(box.left() - .11, box.left() + box.width() + .11);
    assertThat(origin.getY())
        .as("%s, y of %s", seed, word)
        .isBetween(box.top() - .11, box.top() + box.height() + .11);
  }

  private static void thenEachWordIsCovered(PageWriter.Written read, long seed) {
    List<MatchResult> words = WORD.matcher(read.text()).results().toList();
    assertThat(words).as("seed %d", seed).isNotEmpty();
    for (MatchResult word : words) {
      int covered = word.start();
      for (WordBox box : read.boxes().within(word.start(), word.end())) {
        assertThat(box.start()).as("seed %d, %s", seed, word.group()).isLessThanOrEqualTo(covered);
        covered = box.end();
      }
      assertThat(covered).as("seed %d, %s", seed, word.group()).isGreaterThanOrEqualTo(word.end());
    }
  }

  private static Offset<Float> within(double tolerance) {
    return Offset.offset((float) tolerance);
  }

  private static PageWriter.Written whenReading(PDPage page) {
    PageFrame frame = PageFrame.of(page);
    Glyphs glyphs = new GlyphCollector(PdfBudget.DEFAULT).collect(page, frame);
    return PageWriter.write(ReadingOrder.of(WordBuilder.words(glyphs), new DrawnRules()));
  }
}
