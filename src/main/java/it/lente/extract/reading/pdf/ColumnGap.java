package it.lente.extract.reading.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A gap between two columns, and the segments beside, above and below it.
 *
 * @param start where the right column begins
 * @param left segments beside it on the left
 * @param right segments beside it on the right
 */
record ColumnGap(
    float start,
    List<Segment> above,
    List<Segment> beside,
    List<Segment> below,
    List<Segment> left,
    List<Segment> right) {

  /** The least width of a gap, and how far starts of one column may differ, in ems. */
  static final float WIDTH = .6f;

  private static final float HANGING = .3f;
  private static final float ALIGNED = .2f;

  private static final int FEWEST_LINES = 3;

  /** Letters of an average line in columns that were painted one after the other, and in others. */
  private static final int LETTERS_APART = 9;

  private static final int LETTERS_MIXED = 17;
  private static final int LINES_MIXED = 4;
  private static final int LINES_NARROW = 6;
  private static final float SURE = 1.5f;
  private static final float MOST = .6f;
  private static final float WORDS_MIXED = 2.8f;
  private static final float FILLED = .85f;

  /** A line at a greater distance, in sizes, no longer belongs to a column. */
  private static final float FAR = 2.2f;

  /** Returns all gaps whose right column begins at a position, from top to bottom of a region. */
  static List<ColumnGap> at(float start, List<Segment> region) {
    List<ColumnGap> gutters = new ArrayList<>();
    int from = 0;
    for (int to = 0; to <= region.size(); to++) {
      if (to == region.size() || crosses(region.get(to), start)) {
        ColumnGap gutter = between(from, to, start, region);
        if (gutter != null) {
          gutters.add(gutter);
        }
        from = to + 1;
      }
    }
    return gutters;
  }

  /** Returns the number of letters on the side with fewer. */
  int letters() {
    return Math.min(Segment.letters(left), Segment.letters(right));
  }

  private static boolean crosses(Segment segment, float start) {
    return !isLeft(segment, start) && !isRight(segment, start);
  }

  private static boolean isLeft(Segment segment, float start) {
    return segment.end() <= start - WIDTH * segment.size();
  }

  private static boolean isRight(Segment segment, float start) {
    return segment.start() >= start - HANGING * segment.size();
  }

  private static ColumnGap between(int from, int to, float start, List<Segment> region) {
    int first = from;
    int last = to;
    // A row that a segment crosses belongs as a whole to the segments above or below.
    while (first < last && first > 0 && isSameRow(region, first, first - 1)) {
      first++;
    }
    while (last > first && last < region.size() && isSameRow(region, last, last - 1)) {
      last--;
    }
    first = withoutEdge(region, first, last, start);
    last = withoutFoot(region, first, last, start);
    if (last - first < 2 * FEWEST_LINES) {
      return null;
    }
    List<Segment> beside = region.subList(first, last);
    List<Segment> left = new ArrayList<>();
    List<Segment> right = new ArrayList<>();
    for (Segment segment : beside) {
      (isLeft(segment, start) ? left : right).add(segment);
    }
    return new ColumnGap(
        start, region.subList(0, first), beside, region.subList(last, region.size()), left, right);
  }

  private static boolean isSameRow(List<Segment> region, int one, int other) {
    return region.get(one).row() == region.get(other).row();
  }

  /** Leaves out lines on one side, such as a date or a heading, far above the columns. */
  private static int withoutEdge(List<Segment> region, int from, int to, float start) {
    for (int segment = from; segment + 1 < to; segment++) {
      if (isLeft(region.get(segment), start) != isLeft(region.get(segment + 1), start)
          || segment - from > FEWEST_LINES) {
        return from;
      }
      if (isFar(region.get(segment), region.get(segment + 1))) {
        return withoutEdge(region, segment + 1, to, start);
      }
    }
    return from;
  }

  private static int withoutFoot(List<Segment> region, int from, int to, float start) {
    for (int segment = to - 1; segment > from; segment--) {
      if (isLeft(region.get(segment), start) != isLeft(region.get(segment - 1), start)
          || to - segment > FEWEST_LINES) {
        return to;
      }
      if (isFar(region.get(segment - 1), region.get(segment))) {
        return segment;
      }
    }
    return to;
  }

  private static boolean isFar(Segment upper, Segment lower) {
    return lower.base() - upper.base() > FAR * Math.max(upper.size(), lower.size());
  }

  /** Returns whether both sides contain running text, and most lines of the right begin aligned. */
  boolean isBetweenColumns() {
    if (arePaintedApart()) {
      return isColumn(left, FEWEST_LINES, LETTERS_APART, 1)
          && isColumn(right, FEWEST_LINES, LETTERS_APART, 1);
    }
    int lines = lines();
    return isColumn(left, lines, LETTERS_MIXED, WORDS_MIXED)
        && isColumn(right, lines, LETTERS_MIXED, WORDS_MIXED)
        && isAligned();
  }

  /** Returns the least number of lines with the gap: a narrow gap may occur by chance. */
  private int lines() {
    boolean wide =
        left.stream().allMatch(segment -> segment.end() <= start - SURE * segment.size());
    return wide ? LINES_MIXED : LINES_NARROW;
  }

  /** Returns whether the starts on the right are aligned, as gaps in justified lines never are. */
  boolean isAligned() {
    int aligned = 0;
    for (Segment segment : right) {
      aligned += Math.abs(segment.start() - start) <= ALIGNED * segment.size() ? 1 : 0;
    }
    return MOST * Segment.rows(right) <= aligned;
  }

  private static boolean isColumn(List<Segment> side, int lines, int letters, float words) {
    int rows = Segment.rows(side);
    if (rows < lines || Segment.letters(side) < letters * rows) {
      return false;
    }
    int spoken = side.stream().mapToInt(segment -> segment.line().words().size()).sum();
    return spoken >= words * rows || isFilled(side, rows);
  }

  /** Returns whether most lines reach the right edge, as those of paragraphs do. */
  private static boolean isFilled(List<Segment> side, int rows) {
    float start = Float.MAX_VALUE;
    for (Segment segment : side) {
      start = Math.min(start, segment.start());
    }
    float widest = 0;
    float all = 0;
    float end = -Float.MAX_VALUE;
    for (int at = 0; at < side.size(); at++) {
      end = Math.max(end, side.get(at).end());
      if (at + 1 == side.size() || side.get(at + 1).row() != side.get(at).row()) {
        widest = Math.max(widest, end - start);
        all += end - start;
        end = -Float.MAX_VALUE;
      }
    }
    return all >= FILLED * widest * rows;
  }

  /** Returns whether the page paints one side before the other, except for a line or two. */
  private boolean arePaintedApart() {
    List<Segment> all = new ArrayList<>(left);
    all.addAll(right);
    all.sort((one, other) -> Integer.compare(one.painted(), other.painted()));
    int changes = 0;
    for (int segment = 1; segment < all.size(); segment++) {
      if (isLeft(all.get(segment), start) != isLeft(all.get(segment - 1), start)) {
        changes++;
      }
    }
    return changes <= 1 + all.size() / 12;
  }
}
