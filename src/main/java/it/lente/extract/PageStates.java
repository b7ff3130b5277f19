package it.lente.extract;

import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The truth about each page of a document: what it repeats, and whether what is left is text that
 * people can read. Depends on nothing but the document's pages, so it can be told again of a part
 * of them, or after character recognition.
 */
public final class PageStates {

  /** Letters and digits of a page that shows a picture and says hardly anything. */
  private static final int HARDLY_ANYTHING = 20;

  /** A page that pictures cover to such a share is a scan, or has a background. */
  private static final float COVERED = .6f;

  /** Letters and digits that a stamp on a scan may have; a page of text has ten times as many. */
  private static final int LONGEST_STAMP = 200;

  private PageStates() {}

  /**
   * Marks what pages repeat, and decides the state of each; failed pages stay so, and recognised
   * ones that hold text.
   *
   * @param pictured what of a page is pictures
   */
  public static List<PageText> judged(
      List<PageText> pages, Function<PageText, PictureCoverage> pictured) {
    List<PageText> judged = new ArrayList<>();
    for (PageText page : RepeatedLines.marked(pages)) {
      judged.add(
          page.state() == PageState.FAILED
              ? page
              : page.withState(state(page, pictured.apply(page))));
    }
    return judged;
  }

  /** Whether the letters of a page that was judged cannot be told. */
  public static boolean isGarbled(PageText page) {
    return TextQuality.isGarbage(body(page));
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  private static PageState state(PageText page, PictureCoverage pictured) {
    String body = body(page);
    long characters = letters(body);
    if (page.state() == PageState.OCR) {
      return characters == 0 ? PageState.EMPTY : PageState.OCR;
    }
    if (characters < enough(pictured) || TextQuality.isGarbage(body)) {
      return PageState.NEEDS_OCR;
    }
    return characters == 0 ? PageState.EMPTY : PageState.TEXT;
  }

  /** How many letters and digits of its own make a page one of text. */
  private static int enough(PictureCoverage pictured) {
    if (pictured.share() >= COVERED && !pictured.transcribed()) {
      return LONGEST_STAMP;
    }
    return pictured.share() > 0 ? HARDLY_ANYTHING : 0;
  }

  /** The page without what it repeats. */
  private static String body(PageText page) {
    StringBuilder body = new StringBuilder();
    int from = 0;
    for (TextRange range : page.repeated()) {
      body.append(page.text(), from, range.start());
      from = range.end();
    }
    return body.append(page.text(), from, page.text().length()).toString();
  }
}
