package it.lente.engine.hits;

import it.lente.record.PageText;
import it.lente.record.RunningLines;
import it.lente.record.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The running lines of an attachment as they are searched: each once, on the first page that has
 * it, apart from the body of the pages, so that a phrase continues across pages.
 */
public final class RepeatedText {

  private RepeatedText() {}

  /**
   * Adjacent running lines.
   *
   * @param page index, from 0 in the attachment, of the first page that has them
   * @param range of that page's text
   */
  public record Stretch(int page, TextRange range) {

    /** Returns whether a form that starts at an offset of the page's text is in the stretch. */
    public boolean contains(int start) {
      return start >= range.start() && start < range.end();
    }
  }

  /** Returns each different running line of some pages, in order; adjacent ones are joined. */
  public static List<Stretch> of(List<PageText> pages) {
    List<Stretch> stretches = new ArrayList<>();
    RunningLines lines = new RunningLines();
    for (int page = 0; page < pages.size(); page++) {
      add(stretches, lines, page, pages.get(page));
    }
    return stretches;
  }

  /** Returns whether a form that starts at an offset of a page's text is outside running lines. */
  public static boolean isBody(PageText page, int start) {
    for (TextRange range : page.repeated()) {
      if (start < range.end()) {
        return start < range.start();
      }
    }
    return true;
  }

  private static void add(List<Stretch> stretches, RunningLines lines, int place, PageText page) {
    boolean joins = false;
    int end = 0;
    for (TextRange range : page.repeated()) {
      int known = lines.size();
      boolean first =
          lines.numberOf(page.text().substring(range.start(), range.end()), page.number()) >= known;
      if (first && joins && !hasWords(page.text().substring(end, range.start()))) {
        Stretch last = stretches.removeLast();
        stretches.add(new Stretch(place, new TextRange(last.range().start(), range.end())));
      } else if (first) {
        stretches.add(new Stretch(place, range));
      }
      joins = first;
      end = range.end();
    }
  }

  private static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
