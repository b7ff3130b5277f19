package it.lente.extract.reading.pdf;

import it.lente.record.PageText;
import it.lente.record.TextRange;
import it.lente.record.WordBox;
import it.lente.record.WordBoxes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Joins words that are broken at the end of a page. As at the end of a line, a word is written
 * whole where it begins, with the box of its first part, and no more where it ends.
 */
public final class BrokenPages {

  private BrokenPages() {}

  /** Returns the pages, which have to know their running lines and notes, with whole words. */
  public static List<PageText> joined(List<PageText> pages) {
    List<PageText> joined = new ArrayList<>(pages);
    for (int place = 0; place + 1 < joined.size(); place++) {
      PageText page = joined.get(place);
      PageText next = joined.get(place + 1);
      int end = bodyEnd(page);
      int start = bodyStart(next);
      int begin = wordStart(page.text(), end);
      int finish = wordEnd(next.text(), start);
      String first = next.text().substring(start, finish);
      // The parts themselves are no words by which to decide.
      BrokenWord broken =
          new BrokenWord(
              () -> Stream.of(page.text().substring(0, begin), next.text().substring(finish)));
      BrokenWord.Sign sign = broken.sign(page.text().substring(begin, end), first);
      if (sign != BrokenWord.Sign.NOT_BROKEN) {
        int from = sign == BrokenWord.Sign.DROPPED ? end - 1 : end;
        joined.set(place, replaced(page, from, end, first));
        int blank = Math.min(next.text().length(), finish + 1);
        joined.set(place + 1, replaced(next, start, blank, ""));
      }
    }
    return joined;
  }

  /** Returns the end of the text of a page before its blanks, running lines and notes. */
  private static int bodyEnd(PageText page) {
    int end = page.text().length();
    while (end > 0 && (isBlank(page, end - 1) || isRepeated(page, end - 1))) {
      end--;
    }
    return end;
  }

  private static int bodyStart(PageText page) {
    int start = 0;
    while (start < page.text().length() && (isBlank(page, start) || isRepeated(page, start))) {
      start++;
    }
    return start;
  }

  private static boolean isBlank(PageText page, int place) {
    return Character.isWhitespace(page.text().charAt(place));
  }

  private static boolean isRepeated(PageText page, int place) {
    return page.repeated().stream()
        .anyMatch(range -> range.start() <= place && place < range.end());
  }

  private static int wordStart(String text, int end) {
    int start = end;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Replaces a range of a page's text. A box at its start covers the letters of the new text. */
  private static PageText replaced(PageText page, int from, int to, String text) {
    int shift = text.length() - (to - from);
    int letters = 0;
    while (letters < text.length() && Character.isLetter(text.charAt(letters))) {
      letters++;
    }
    List<WordBox> boxes = new ArrayList<>();
    for (WordBox box : page.boxes().all()) {
      if (box.start() >= to) {
        boxes.add(moved(box, box.start() + shift, box.end() + shift));
      } else if (box.start() < from) {
        boolean grows = letters > 0 && box.end() >= to - 1;
        boxes.add(moved(box, box.start(), grows ? from + letters : box.end()));
      }
    }
    List<TextRange> repeated =
        page.repeated().stream()
            .map(range ->
                range.start() >= to
                    ? new TextRange(range.start() + shift, range.end() + shift)
                    : range)
            .toList();
    String whole = page.text().substring(0, from) + text + page.text().substring(to);
    return new PageText(
        page.number(),
        page.label(),
        whole,
        page.shape(),
        WordBoxes.of(boxes),
        repeated,
        page.state());
  }

  private static WordBox moved(WordBox box, int start, int end) {
    return new WordBox(
        start, end, box.left(), box.top(), box.width(), box.height(), box.confidence());
  }
}
