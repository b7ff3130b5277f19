package it.lente.extract.judging;

import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.TextRange;
import it.lente.record.WordBox;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A line of a page that may occur on other pages too. */
final class PageLine {

  /** Share of a page's height (top and bottom) and of its width (both sides) that is margin. */
  private static final float MARGIN = .1f;

  private final int page;
  private final int fromTop;
  private final TextRange range;
  private final PageShape shape;
  private final List<WordBox> box;

  /** Equal for all lines that repeat each other; -1 for a line that is not examined. */
  int number = -1;

  boolean repeated;

  private PageLine(int page, int fromTop, TextRange range, PageShape shape, List<WordBox> box) {
    this.page = page;
    this.fromTop = fromTop;
    this.range = range;
    this.shape = shape;
    this.box = box;
  }

  /** Returns the lines of a page that are not blank, in order. Pages are counted from 0. */
  static List<PageLine> of(PageText page, int place) {
    List<PageLine> lines = new ArrayList<>();
    List<WordBox> boxes = page.boxes().all();
    int box = 0;
    String text = page.text();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (!text.substring(start, end).isBlank()) {
        while (box < boxes.size() && boxes.get(box).start() < start) {
          box++;
        }
        boolean placed = box < boxes.size() && boxes.get(box).start() < end;
        List<WordBox> first = placed ? List.of(boxes.get(box)) : List.of();
        lines.add(
            new PageLine(place, lines.size(), new TextRange(start, end), page.shape(), first));
      }
      start = end + 1;
    }
    return lines;
  }

  /** Returns the lines near the median position, measured from the page's top or bottom. */
  static List<PageLine> inPlace(List<PageLine> lines, float shift) {
    float top = median(lines, PageLine::top);
    float foot = median(lines, PageLine::foot);
    return lines.stream()
        .filter(line ->
            line.box.isEmpty()
                || Math.abs(line.top() - top) <= shift
                || Math.abs(line.foot() - foot) <= shift)
        .toList();
  }

  private static float median(List<PageLine> lines, ToDoubleFunction<PageLine> measure) {
    double[] values = lines.stream().mapToDouble(measure).sorted().toArray();
    return (float) values[values.length / 2];
  }

  /** Returns whether this is the first or the last line of its page. */
  boolean isOutermost(List<List<PageLine>> pages) {
    return fromTop == 0 || fromTop == pages.get(page).size() - 1;
  }

  /** Returns whether the line is at the top or bottom, or upright at a side, as stamps are. */
  boolean inMargin() {
    if (box.isEmpty()) {
      return false;
    }
    WordBox word = box.getFirst();
    boolean upright = word.height() > word.width();
    return word.top() + word.height() < MARGIN * shape.height()
        || word.top() > (1 - MARGIN) * shape.height()
        || (upright && word.left() + word.width() < MARGIN * shape.width())
        || (upright && word.left() > (1 - MARGIN) * shape.width());
  }

  String in(PageText text) {
    return text.text().substring(range.start(), range.end());
  }

  int page() {
    return page;
  }

  int fromTop() {
    return fromTop;
  }

  int length() {
    return range.end() - range.start();
  }

  TextRange range() {
    return range;
  }

  private float top() {
    return box.isEmpty() ? 0 : box.getFirst().top();
  }

  private float foot() {
    return box.isEmpty() ? 0 : shape.height() - box.getFirst().top();
  }
}
