package it.lente.browser;

import it.lente.browser.Paper.Word;
import it.lente.extract.reading.Scans;
import it.lente.record.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The words that were asked for are marked on the page as it is drawn, where they stand. */
@ExtendWith(Browsing.class)
class MarksBrowserIT {

  @Test
  void on_an_upright_page(Visitors visitors) {
    requireMarked(visitors.atDesk(), "diritta.pdf", KnownReports.UPRIGHT, "lanterna", 1, 7, 12);
  }

  @Test
  void in_both_columns_of_a_page_that_lends_no_font(Visitors visitors) {
    requireMarked(visitors.atDesk(), "colonne.pdf", KnownReports.COLUMNS, "gomena", 1, 2);
  }

  @Test
  void on_pages_that_are_turned(Visitors visitors) {
    requireMarked(visitors.atDesk(), "girata.pdf", KnownReports.TURNED, "timone", 1, 2, 3);
  }

  @Test
  void on_pages_of_which_a_part_is_shown(Visitors visitors) {
    requireMarked(visitors.atDesk(), "ritagliata.pdf", KnownReports.CROPPED, "bussola", 1, 2);
  }

  @Test
  void on_a_phone(Visitors visitors) {
    requireMarked(visitors.onPhone(), "girata.pdf", KnownReports.TURNED, "timone", 1);
  }

  @Test
  void on_a_picture_whose_text_was_recognised(Visitors visitors) {
    Scans.assumeTesseract();
    Visitor visitor = visitors.atDesk().search("argano").followPage("scansione.pdf", 1);

    DrawnPage page = new DrawnPage(visitor, 1, new Box(0, 0, 595, 842));

    page.requireMarked(1, KnownReports.RECOGNISED);
    page.zoomIn().requireMarked(1, KnownReports.RECOGNISED);
  }

  @Test
  void on_both_pages_over_which_a_phrase_runs(Visitors visitors) {
    Visitor visitor = visitors.atDesk().search("\"ponte levatoio\"");
    visitor.followPage("confine.pdf", 1).requireAt(1, 1);
    Word begins = KnownReports.BROKEN_PHRASE.words("ponte").getFirst();
    Word ends = KnownReports.BROKEN_PHRASE.words("levatoio").getFirst();

    page(visitor, KnownReports.BROKEN_PHRASE, begins).requireMarked(1, begins.box());

    visitor.open(KnownReports.page("confine.pdf", 2, "\"ponte levatoio\""));
    page(visitor, KnownReports.BROKEN_PHRASE, ends).requireMarked(1, ends.box());
  }

  /** As the page comes, larger, and turned by a quarter. */
  private static void requireMarked(
      Visitor visitor, String file, Paper paper, String word, int... hits) {
    for (int hit : hits) {
      Word written = paper.words(word).get(hit - 1);
      visitor.search(word).followPage(file, written.page());

      DrawnPage page = page(visitor, paper, written);
      page.requireMarked(hit, written.box());
      page.zoomIn().zoomIn().requireMarked(hit, written.box());
      page.turn().requireMarked(hit, written.box());
    }
  }

  private static DrawnPage page(Visitor visitor, Paper paper, Word word) {
    return new DrawnPage(visitor, word.page(), paper.sheet(word.page()));
  }
}
