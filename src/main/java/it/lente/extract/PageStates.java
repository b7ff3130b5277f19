package it.lente.extract;

import it.lente.record.PageState;
import it.lente.record.PageText;
import it.lente.record.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The truth about each page of a document: what it repeats, and whether what is left is text that
 * people can read. Depends on nothing but the document's pages, so it can be told again of a part
 * of them, or after character recognition.
 */
public final class PageStates {

  /** Letters and digits of a page that shows a picture and says hardly anything. */
  private static final int HARDLY_ANYTHING = 20;

  private PageStates() {}

  /**
   * Marks what pages repeat, and decides the state of each; failed pages stay so, and recognised
   * ones that hold text.
   *
   * @param pictured whether a page paints a picture
   */
  public static List<PageText> judged(List<PageText> pages, Predicate<PageText> pictured) {
    List<PageText> judged = new ArrayList<>();
    for (PageText page : RepeatedLines.marked(pages)) {
      judged.add(
          page.state() == PageState.FAILED
              ? page
              : page.withState(state(page, pictured.test(page))));
    }
    return judged;
  }

  /** Whether a page waits for character recognition although it holds a text. */
  public static boolean isGarbled(PageText page) {
    return page.state() == PageState.NEEDS_OCR && letters(body(page)) >= HARDLY_ANYTHING;
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  private static PageState state(PageText page, boolean pictured) {
    String body = body(page);
    long characters = letters(body);
    if (page.state() == PageState.OCR) {
      return characters == 0 ? PageState.EMPTY : PageState.OCR;
    }
    if ((pictured && characters < HARDLY_ANYTHING) || TextQuality.isGarbage(body)) {
      return PageState.NEEDS_OCR;
    }
    return characters == 0 ? PageState.EMPTY : PageState.TEXT;
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
