package it.lente.extract.judging;

import it.lente.record.PageText;
import it.lente.record.RunningLines;
import it.lente.record.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Recognises the lines that many pages of a document repeat: running headers and footers, page
 * numbers, stamps. A line counts as repeated if it occurs on pages near each other, at their edge
 * or in a margin, and at the same position if the boxes of words are known. Repetitions in the
 * middle of pages, such as the answers of a questionnaire, are text.
 */
final class RepeatedLines {

  /** Pages on which a line must occur, in a document with at least as many pages. */
  private static final int ENOUGH = 3;

  /** Pages without the line between two with it: alternate headers, pictures, first pages. */
  private static final int WIDEST_GAP = 3;

  /** Number of lines from the edge of a page that are examined. */
  private static final int DEEPEST = 10;

  /** Lines nearer to the edge that are not repeated, such as the title of a section. */
  private static final int VARYING = 2;

  /** A line may be header and footer of a page; if it occurs more often, it is a label. */
  private static final int MOST_A_PAGE = 2;

  private static final int LONGEST_LINE = 200;

  /** Greatest difference in points between the positions of a repeated line. */
  private static final float SHIFT = 10;

  /** A page whose repeated lines are longer, and most of its text, is a copy of other pages. */
  private static final int LONGEST_IN_ALL = 1_000;

  private final List<List<PageLine>> pages = new ArrayList<>();
  private final List<List<PageLine>> byNumber = new ArrayList<>();

  private RepeatedLines(List<PageText> texts) {
    RunningLines lines = new RunningLines();
    for (PageText text : texts) {
      List<PageLine> page = PageLine.of(text, pages.size());
      pages.add(page);
      for (PageLine line : page) {
        boolean edge = line.fromTop() < DEEPEST || page.size() - line.fromTop() <= DEEPEST;
        if (line.length() <= LONGEST_LINE && (edge || line.inMargin())) {
          line.number = lines.numberOf(line.in(text), text.number());
          if (line.number == byNumber.size()) {
            byNumber.add(new ArrayList<>());
          }
          byNumber.get(line.number).add(line);
        }
      }
    }
  }

  /** Returns the pages, each with its repeated lines added to the footnotes marked before. */
  static List<PageText> marked(List<PageText> pages) {
    RepeatedLines lines = new RepeatedLines(pages);
    lines.byNumber.forEach(lines::find);
    List<PageText> marked = new ArrayList<>();
    for (int page = 0; page < pages.size(); page++) {
      marked.add(pages.get(page).withRepeated(lines.ranges(page, pages.get(page).repeated())));
    }
    return marked;
  }

  /** Marks the occurrences of a line that are near enough to each other. */
  private void find(List<PageLine> same) {
    int from = 0;
    for (int to = 1; to <= same.size(); to++) {
      if (to == same.size() || same.get(to).page() - same.get(to - 1).page() > WIDEST_GAP) {
        markPlaces(same.subList(from, to));
        from = to;
      }
    }
  }

  private void markPlaces(List<PageLine> near) {
    if (near.size() < 2) {
      return;
    }
    List<PageLine> steady = PageLine.inPlace(near, SHIFT);
    TreeSet<Integer> bearing = new TreeSet<>();
    steady.forEach(line -> bearing.add(line.page()));
    if (steady.size() > MOST_A_PAGE * bearing.size()) {
      return;
    }
    if (bearing.size() >= ENOUGH) {
      boolean dense = 2 * bearing.size() > bearing.last() - bearing.first();
      steady.forEach(line -> line.repeated = dense);
    } else if (bearing.size() == 2 && pages.size() <= ENOUGH) {
      boolean outermost = steady.stream().allMatch(line -> line.isOutermost(pages));
      steady.forEach(line -> line.repeated = outermost);
    }
  }

  private List<TextRange> ranges(int page, List<TextRange> notes) {
    List<PageLine> lines = pages.get(page);
    TreeSet<PageLine> taken = new TreeSet<>(Comparator.comparingInt(PageLine::fromTop));
    take(taken, lines);
    take(taken, lines.reversed());
    for (PageLine line : lines) {
      if (line.repeated && line.inMargin()) {
        taken.add(line);
      }
    }
    int length = taken.stream().mapToInt(PageLine::length).sum();
    int whole = lines.stream().mapToInt(PageLine::length).sum();
    Stream<TextRange> found =
        length > LONGEST_IN_ALL && 2 * length > whole
            ? Stream.of()
            : taken.stream()
                .map(PageLine::range)
                .filter(range ->
                    notes.stream()
                        .noneMatch(
                            note -> range.start() < note.end() && note.start() < range.end()));
    return Stream.concat(found, notes.stream())
        .sorted(Comparator.comparingInt(TextRange::start))
        .toList();
  }

  /** Takes repeated lines from the edge inwards, until too many other lines come between. */
  private static void take(Set<PageLine> taken, List<PageLine> inwards) {
    int others = 0;
    for (int i = 0; i < Math.min(DEEPEST, inwards.size()) && others <= VARYING; i++) {
      if (inwards.get(i).repeated) {
        taken.add(inwards.get(i));
      } else {
        others++;
      }
    }
  }
}
