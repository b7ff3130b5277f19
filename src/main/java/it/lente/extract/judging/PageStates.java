package it.lente.extract.judging;

import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Decides about each page of a document which text is repeated, and whether the rest is readable.
 * Depends only on the pages, so it can be repeated for some of them, or after recognition.
 */
public final class PageStates {

  /** Letters and digits of a page that shows a picture and has almost no text. */
  private static final int HARDLY_ANYTHING = 20;

  /** A page whose pictures cover at least this share is a scan, or has a background. */
  private static final float COVERED = .6f;

  /** Letters and digits that a stamp on a scan may have. A page of text has ten times as many. */
  private static final int LONGEST_STAMP = 200;

  private PageStates() {}

  /**
   * Marks the repeated text of pages, and decides the state of each. Failed pages keep their state,
   * and so do recognised pages that contain text.
   *
   * @param pictured returns how much of a page is pictures
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

  /** Returns whether the letters of a page that was judged are unreadable. */
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

  /** Returns the number of unrepeated letters and digits from which a page counts as text. */
  private static int enough(PictureCoverage pictured) {
    if (pictured.share() >= COVERED && !pictured.transcribed()) {
      return LONGEST_STAMP;
    }
    return pictured.share() > 0 ? HARDLY_ANYTHING : 0;
  }

  /** Returns the text of a page without its repeated parts. */
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
