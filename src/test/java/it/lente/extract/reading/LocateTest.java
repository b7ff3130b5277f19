package it.lente.extract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.AttachmentHits;
import it.lente.engine.Deadline;
import it.lente.engine.HitsRequest;
import it.lente.engine.HitsRequest.Order;
import it.lente.engine.HitsRequest.PageRange;
import it.lente.engine.PageHits;
import it.lente.engine.RecordWriter;
import it.lente.engine.Samples;
import it.lente.engine.SearchEngine;
import it.lente.engine.lucene.LuceneEngine;
import it.lente.extract.reading.KnownPages.Placed;
import it.lente.record.AttachmentText;
import it.lente.record.Box;
import it.lente.search.Typed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the bytes of a PDF to the box on its page: each found word lies where it was painted. */
class LocateTest {

  private static final int DARK = 128;
  private static final String FILE = "a.pdf";
  private static final String LIBERATION =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  @TempDir private Path folder;

  private final KnownPages pages = new KnownPages();
  private SearchEngine engine;

  @AfterEach
  void close() {
    pages.close();
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void in_two_columns() throws IOException {
    PDPage page = pages.page();
    for (int line = 0; line < 20; line++) {
      pages.line(page, 60, 700 - 14 * line, "la piazza " + "abcdefghilmnopqrstuvz".charAt(line));
      pages.line(page, 310, 700 - 14 * line, "del mercato e la piazza");
    }
    indexed();

    thenEachIsMarked("piazza", 40, "piazza");
    thenEachIsMarked("\"mercato e la piazza\"", 20, "mercato e la piazza");
  }

  @Test
  void where_a_word_is_broken_at_the_end_of_a_line() throws IOException {
    PDPage page = pages.page();
    pages.line(page, 60, 700, "il bilancio parteci-");
    pages.line(page, 60, 686, "pazione dei cittadini");
    indexed();

    PageHits.Hit hit = hits("partecipazione").pages().getFirst().hits().getFirst();
    assertThat(hit.boxes()).hasSize(2);
    thenFits(hit.boxes().getFirst(), 1, "parteci");
    thenFits(hit.boxes().getLast(), 1, "pazione");
  }

  @Test
  void where_a_phrase_runs_over_the_end_of_a_page() throws IOException {
    pages.line(pages.page(), 60, 100, "si vota il bilancio");
    pages.line(pages.page(), 60, 760, "partecipativo del comune");
    indexed();

    AttachmentHits hits = hits("\"bilancio partecipativo\"");
    assertThat(hits.occurrences()).isOne();
    assertThat(hits.together()).isTrue();
    assertThat(hits.pages()).extracting(PageHits::occurrences).containsExactly(1, 0);
    assertThat(hits.pages()).allMatch(page -> page.hits().getFirst().n() == 1);
    thenFits(hits.pages().getFirst().hits().getFirst().boxes().getFirst(), 1, "bilancio");
    thenFits(hits.pages().getLast().hits().getFirst().boxes().getFirst(), 2, "partecipativo");
  }

  @Test
  void on_pages_that_are_turned_and_of_which_a_part_is_shown() throws IOException {
    PDRectangle crop = new PDRectangle(30, 50, 400, 600);
    for (int rotation = 0; rotation < 360; rotation += 90) {
      PDPage page = pages.page(crop, rotation);
      pages.line(page, 60, 500, "una piazza per tutti, la piazza");
      pages.line(page, 45, 300, "dell'acqua pubblica");
    }
    indexed();

    thenEachIsMarked("piazza", 8, "piazza");
    thenEachIsMarked("acqua", 4, "acqua");
    thenEachIsMarked("\"acqua pubblica\"", 4, "acqua pubblica");
  }

  @Test
  void written_with_ligatures_and_accents_and_between_other_signs() throws IOException {
    PDPage page = pages.page();
    try (InputStream font = PDFont.class.getResourceAsStream(LIBERATION)) {
      PDFont liberation = PDType0Font.load(pages.pdf.document, font);
      pages.line(page, 60, 700, liberation, 14, "un af\uFB01tto, la \uFB01ne (la citta');");
      pages.line(page, 60, 650, liberation, 14, "«città»: l'ufficio-anagrafe/2");
    }
    indexed();

    thenEachIsMarked("fine", 1, "fine");
    thenEachIsMarked("città", 2, "citta", "città");
    thenEachIsMarked("affitto", 1, "affitto");
    thenEachIsMarked("anagrafe", 1, "anagrafe");
  }

  @Test
  void on_any_of_a_thousand_pages() throws IOException {
    for (int number = 1; number <= 1_000; number++) {
      PDPage page = pages.page();
      pages.line(page, 60, 700, "relazione " + letters(number) + " su " + letters(7 * number));
      pages.line(page, 60, 600, letters(3 * number) + " nel comune di " + letters(5 * number));
    }
    indexed();

    AttachmentHits hits = hits("comune");
    assertThat(hits.occurrences()).isEqualTo(1_000);
    assertThat(hits.pages()).hasSize(1_000);
    assertThat(hits.pages().stream().filter(page -> !page.hits().isEmpty())).hasSize(50);
    PageHits last = hits("comune", PageRange.between(990, 1_000)).pages().getLast();
    assertThat(last.hits().getFirst().n()).isEqualTo(1_000);
    thenFits(last.hits().getFirst().boxes().getFirst(), 1_000, "comune");
  }

  /** Words that differ from page to page: what pages repeat is found on the first alone. */
  private static String letters(int number) {
    return Integer.toString(number, 10)
        .chars()
        .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'a')))
        .collect(Collectors.joining());
  }

  private void indexed() throws IOException {
    Path file = Files.write(folder.resolve(FILE), pages.pdf.bytes());
    AttachmentText text = new TikaTextExtractor().extract(file);
    try (RecordWriter writer = LuceneEngine.writer(folder.resolve("index"), false)) {
      writer.put(Samples.process("p").with(FILE, text.pages(), text.info()).build());
      writer.commit();
    }
    engine = LuceneEngine.reader(folder.resolve("index"));
  }

  private AttachmentHits hits(String question) {
    return hits(question, PageRange.FIRST_FIFTY);
  }

  private AttachmentHits hits(String question, PageRange range) {
    return engine
        .hits(new HitsRequest("p", FILE, Typed.query(question), range, Order.PAGE), Deadline.NEVER)
        .orElseThrow();
  }

  private String marked(PageHits page, PageHits.Hit hit) {
    String text = engine.page("p", FILE, page.page(), Deadline.NEVER).orElseThrow().text();
    return text.substring(hit.mark().start(), hit.mark().end());
  }

  /** Every occurrence reads so, and its box is that of these words, over their ink. */
  private void thenEachIsMarked(String question, int occurrences, String... readings) {
    AttachmentHits hits = hits(question);
    assertThat(hits.occurrences()).as(question).isEqualTo(occurrences);
    for (PageHits page : hits.pages()) {
      for (PageHits.Hit hit : page.hits()) {
        String marked = marked(page, hit);
        assertThat(marked).isIn((Object[]) readings);
        assertThat(hit.boxes()).as(marked).isNotEmpty();
        Box first = hit.boxes().getFirst();
        Box last = hit.boxes().getLast();
        String[] words = marked.split(" ");
        Placed begins = nearest(page.page(), words[0], first);
        Placed ends = nearest(page.page(), words[words.length - 1], last);
        Box whole = union(hit.boxes());
        assertThat(overlap(whole, union(List.of(begins.box(), ends.box()))))
            .as("%s on page %d: %s", marked, page.page(), hit.boxes())
            .isGreaterThanOrEqualTo(.8);
        thenOverInk(whole, begins);
        thenOverInk(whole, ends);
      }
    }
  }

  private void thenFits(Box box, int page, String word) {
    Placed placed = nearest(page, word, box);
    assertThat(overlap(box, placed.box())).as(word).isGreaterThanOrEqualTo(.8);
    thenOverInk(box, placed);
  }

  private Placed nearest(int page, String word, Box box) {
    return pages.placed(page, word).stream()
        .max(Comparator.comparingDouble(placed -> overlap(placed.box(), box)))
        .orElseThrow();
  }

  /** On the page there is ink in the box, and nearly all ink of the word lies there. */
  private void thenOverInk(Box box, Placed word) {
    assertThat(ink(pages.image(word.page()), box)).as("ink of %s", word.word()).isPositive();
    BufferedImage alone = pages.imageOf(word);
    Box everywhere = new Box(0, 0, alone.getWidth(), alone.getHeight());
    assertThat(ink(alone, box))
        .as("ink of %s in its box", word.word())
        .isGreaterThanOrEqualTo(95 * ink(alone, everywhere) / 100);
  }

  private static int ink(BufferedImage image, Box box) {
    int right =
        Math.min(image.getWidth(), (int) ((box.left() + box.width()) * KnownPages.SCALE) + 2);
    int foot =
        Math.min(image.getHeight(), (int) ((box.top() + box.height()) * KnownPages.SCALE) + 2);
    int dark = 0;
    for (int y = Math.max(0, (int) (box.top() * KnownPages.SCALE) - 1); y < foot; y++) {
      for (int x = Math.max(0, (int) (box.left() * KnownPages.SCALE) - 1); x < right; x++) {
        dark += (image.getRGB(x, y) & 0xFF) < DARK ? 1 : 0;
      }
    }
    return dark;
  }

  private static Box union(List<Box> boxes) {
    float left = Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float foot = -Float.MAX_VALUE;
    for (Box box : boxes) {
      left = Math.min(left, box.left());
      top = Math.min(top, box.top());
      right = Math.max(right, box.left() + box.width());
      foot = Math.max(foot, box.top() + box.height());
    }
    return new Box(left, top, right - left, foot - top);
  }

  /** Intersection over union. */
  private static double overlap(Box one, Box other) {
    double width =
        Math.min(one.left() + one.width(), other.left() + other.width())
            - Math.max(one.left(), other.left());
    double height =
        Math.min(one.top() + one.height(), other.top() + other.height())
            - Math.max(one.top(), other.top());
    double both = Math.max(0, width) * Math.max(0, height);
    return both
        / ((double) one.width() * one.height() + (double) other.width() * other.height() - both);
  }
}
