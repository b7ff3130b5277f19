package it.lente.extract.reading.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads lines beside each other row by row, and within a row cell by cell. Rows are separated by
 * rules, or by gaps wider than those between the lines of a cell.
 */
final class PageTable {

  /** Ratio of a wide gap to the smallest distance between two lines of a column. */
  private static final float WIDE = 1.4f;

  /** The least width between two cells, and the least distance of lines, in ems. */
  private static final float BETWEEN = .4f;

  private static final float LEAST_PITCH = .9f;

  /** Share of a column's width that a rule has below it. */
  private static final float COVERED = .6f;

  private static final float ALIGNED = .3f;

  /** Letters of an average label. */
  private static final int LABEL = 4;

  private static final int LONGEST = 2_000;

  /**
   * A column.
   *
   * @param label whether it contains little more than numbers, each of which belongs to the text
   *     after it
   * @param aligned whether most lines begin or end at its edges, or lie in its middle
   */
  private record Strip(float left, float right, boolean label, boolean aligned) {

    static Strip of(List<Segment> segments, float right) {
      float left = Float.MAX_VALUE;
      Map<Integer, float[]> lines = new HashMap<>();
      for (Segment segment : segments) {
        left = Math.min(left, segment.start());
        float[] edges = {segment.start(), segment.end(), segment.size()};
        lines.merge(segment.row(), edges, Strip::around);
      }
      int starts = 0;
      int ends = 0;
      int middles = 0;
      for (float[] line : lines.values()) {
        float near = ALIGNED * line[2];
        starts += line[0] - left <= near ? 1 : 0;
        ends += right - line[1] <= near ? 1 : 0;
        middles += Math.abs(line[0] - left - right + line[1]) <= near ? 1 : 0;
      }
      boolean aligned = 2 * Math.max(starts, Math.max(ends, middles)) >= lines.size();
      boolean label = Segment.letters(segments) <= LABEL * lines.size();
      return new Strip(left, right, label, aligned);
    }

    private static float[] around(float[] one, float[] other) {
      return new float[] {Math.min(one[0], other[0]), Math.max(one[1], other[1]), one[2]};
    }

    boolean isAbove(DrawnRules.Rule rule) {
      float covered = Math.min(rule.right(), right) - Math.max(rule.left(), left);
      return covered >= COVERED * (right - left);
    }

    Strip with(Strip next) {
      return new Strip(left, Math.max(right, next.right), false, aligned);
    }
  }

  private final List<Segment> core;
  private final List<Strip> strips;
  private final List<List<Segment>> bands = new ArrayList<>();

  PageTable(ColumnGap gutter, List<DrawnRules.Rule> rules) {
    List<Segment> segments = gutter.beside();
    core = core(gutter);
    strips = segments.size() > LONGEST ? List.of() : strips(core);
    float wide = WIDE * pitch();
    int from = 0;
    for (int at = 1; at <= segments.size(); at++) {
      if (at == segments.size() || isBetween(segments.get(at - 1), segments.get(at), wide, rules)) {
        bands.add(segments.subList(from, at));
        from = at;
      }
    }
  }

  /** Returns the lines from the first to the last one that has others beside it. */
  private static List<Segment> core(ColumnGap gutter) {
    List<Segment> left = gutter.left();
    List<Segment> right = gutter.right();
    if (left.isEmpty() || right.isEmpty()) {
      return List.of();
    }
    int first = Math.max(left.getFirst().row(), right.getFirst().row());
    int last = Math.min(left.getLast().row(), right.getLast().row());
    return gutter.beside().stream()
        .filter(segment -> segment.row() >= first && segment.row() <= last)
        .toList();
  }

  private boolean isBetween(Segment upper, Segment lower, float wide, List<DrawnRules.Rule> rules) {
    return upper.row() != lower.row()
        && (lower.base() - upper.base() > wide || isRuled(upper, lower, rules));
  }

  boolean hasBands() {
    return bands.size() > 1;
  }

  /** Returns whether the rows are certain enough to split columns: all cells begin together. */
  boolean isCertain() {
    return hasBands()
        && bands.stream()
            .allMatch(band -> cells(band).size() < 2 || band.get(0).row() == band.get(1).row());
  }

  /** Returns whether a row has a cell of several lines. */
  boolean isTable() {
    return hasBands() && strips.size() > 1 && bands.stream().anyMatch(this::hasCells);
  }

  private boolean hasCells(List<Segment> band) {
    return !core.isEmpty()
        && band.getFirst().row() != band.getLast().row()
        && band.getFirst().row() <= core.getLast().row()
        && band.getLast().row() >= core.getFirst().row()
        && cells(band).size() > 1;
  }

  void addTo(List<List<TextLine>> blocks) {
    List<TextLine> lines = new ArrayList<>();
    for (List<Segment> band : bands) {
      if (hasCells(band)) {
        addCells(cells(band), lines);
      } else {
        lines.addAll(Segment.lines(band));
      }
    }
    blocks.add(lines);
  }

  /** Adds a cell of one line before the first line of the next cell, if both are on one row. */
  private static void addCells(List<List<Segment>> cells, List<TextLine> lines) {
    List<Segment> before = List.of();
    for (List<Segment> cell : cells) {
      List<Segment> all = new ArrayList<>(before);
      all.addAll(cell);
      before = Segment.rows(all) == 1 ? all : List.of();
      if (before.isEmpty()) {
        lines.addAll(Segment.lines(all));
      }
    }
    if (!before.isEmpty()) {
      lines.addAll(Segment.lines(before));
    }
  }

  /** Returns a band's segments by column. One that begins between two belongs to the first. */
  private List<List<Segment>> cells(List<Segment> band) {
    Map<Integer, List<Segment>> cells = new TreeMap<>();
    for (Segment segment : band) {
      int strip = strips.size() - 1;
      while (strip > 0 && segment.start() < strips.get(strip).left - segment.size() / 3) {
        strip--;
      }
      cells.computeIfAbsent(strip, none -> new ArrayList<>()).add(segment);
    }
    return List.copyOf(cells.values());
  }

  /** Returns the columns, between gaps that no line crosses and at which most lines end. */
  private static List<Strip> strips(List<Segment> segments) {
    List<Segment> sorted = new ArrayList<>(segments);
    sorted.sort((one, other) -> Float.compare(one.start(), other.start()));
    List<Strip> strips = new ArrayList<>();
    int from = 0;
    float right = -Float.MAX_VALUE;
    for (int at = 0; at <= sorted.size(); at++) {
      boolean ends =
          at == sorted.size() || sorted.get(at).start() - right >= BETWEEN * sorted.get(at).size();
      if (at > from && ends) {
        add(Strip.of(sorted.subList(from, at), right), strips);
        from = at;
      }
      right = at < sorted.size() ? Math.max(right, sorted.get(at).end()) : right;
    }
    return strips;
  }

  private static void add(Strip strip, List<Strip> strips) {
    boolean joins = !strips.isEmpty() && (!strip.aligned || strips.getLast().label);
    strips.add(joins ? strips.removeLast().with(strip) : strip);
  }

  /** Returns the least distance between two lines of a column. */
  private float pitch() {
    float pitch = Float.MAX_VALUE;
    for (List<Segment> column : cells(core)) {
      for (int at = 1; at < column.size(); at++) {
        float down = column.get(at).base() - column.get(at - 1).base();
        if (down >= LEAST_PITCH * column.get(at).size()) {
          pitch = Math.min(pitch, down);
        }
      }
    }
    return pitch;
  }

  /** Returns whether rules separate two lines in at least half of the columns. */
  private boolean isRuled(Segment upper, Segment lower, List<DrawnRules.Rule> rules) {
    float top = upper.base();
    float foot = lower.base();
    List<DrawnRules.Rule> between = new ArrayList<>();
    for (DrawnRules.Rule rule : rules) {
      if (rule.y() > top && rule.y() < foot) {
        between.add(rule);
      }
    }
    if (between.isEmpty()) {
      return false;
    }
    long ruled = strips.stream().filter(strip -> between.stream().anyMatch(strip::isAbove)).count();
    return ruled > 0 && 2 * ruled >= strips.size();
  }
}
