package it.lente.extract.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A gap between two columns, what stands beside it, and what stands above and below. */
record Gutter(List<Segment> above, List<Segment> left, List<Segment> right, List<Segment> below) {

  /** The least width, and how far starts of one column may differ, in ems. */
  private static final float WIDTH = .6f;

  private static final int FEWEST_LINES = 3;

  /** Letters of an average line in columns that were painted one after the other, and in others. */
  private static final int LETTERS_APART = 9;

  private static final int LETTERS_MIXED = 17;
  private static final int LINES_MIXED = 4;
  private static final float WORDS_MIXED = 2.8f;

  /** Lines as far apart as this many sizes belong no longer to a column. */
  private static final float FAR = 2.2f;

  /** The largest gutter whose right column begins here; null if there is none. */
  static Gutter at(float start, List<Segment> region) {
    Gutter best = null;
    int from = 0;
    for (int to = 0; to <= region.size(); to++) {
      if (to == region.size() || crosses(region.get(to), start)) {
        Gutter gutter = between(from, to, start, region);
        if (gutter != null && (best == null || gutter.letters() > best.letters())) {
          best = gutter;
        }
        from = to + 1;
      }
    }
    return best;
  }

  /** The letters of the lesser side. */
  int letters() {
    return Math.min(letters(left), letters(right));
  }

  private static boolean crosses(Segment segment, float start) {
    return !isLeft(segment, start) && !isRight(segment, start);
  }

  private static boolean isLeft(Segment segment, float start) {
    return segment.end() <= start - WIDTH * segment.size();
  }

  private static boolean isRight(Segment segment, float start) {
    return segment.start() >= start - .1f;
  }

  private static Gutter between(int from, int to, float start, List<Segment> region) {
    int first = from;
    int last = to;
    // A row that a segment crosses stands whole above or below.
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
    List<Segment> left = new ArrayList<>();
    List<Segment> right = new ArrayList<>();
    for (Segment segment : region.subList(first, last)) {
      (isLeft(segment, start) ? left : right).add(segment);
    }
    return areColumns(left, right)
        ? new Gutter(region.subList(0, first), left, right, region.subList(last, region.size()))
        : null;
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
    return lower.line().base() - upper.line().base() > FAR * Math.max(upper.size(), lower.size());
  }

  private static boolean areColumns(List<Segment> left, List<Segment> right) {
    return arePaintedApart(left, right)
        ? isColumn(left, FEWEST_LINES, LETTERS_APART, 1)
            && isColumn(right, FEWEST_LINES, LETTERS_APART, 1)
        : isColumn(left, LINES_MIXED, LETTERS_MIXED, WORDS_MIXED)
            && isColumn(right, LINES_MIXED, LETTERS_MIXED, WORDS_MIXED);
  }

  private static boolean isColumn(List<Segment> side, int lines, int letters, float words) {
    int spoken = side.stream().mapToInt(segment -> segment.line().words().size()).sum();
    int rows = (int) side.stream().mapToInt(Segment::row).distinct().count();
    return rows >= lines && letters(side) >= letters * side.size() && spoken >= words * side.size();
  }

  /** Whether the page paints one side before the other, but for a line or two. */
  private static boolean arePaintedApart(List<Segment> left, List<Segment> right) {
    List<Segment> all = new ArrayList<>(left);
    all.addAll(right);
    all.sort(Comparator.comparingInt(Segment::painted));
    float start =
        right.isEmpty() ? 0 : right.stream().map(Segment::start).min(Float::compare).get();
    int changes = 0;
    for (int segment = 1; segment < all.size(); segment++) {
      if (isRight(all.get(segment), start) != isRight(all.get(segment - 1), start)) {
        changes++;
      }
    }
    return changes <= 1 + all.size() / 12;
  }

  private static int letters(List<Segment> side) {
    int letters = 0;
    for (Segment segment : side) {
      letters += segment.letters();
    }
    return letters;
  }
}
