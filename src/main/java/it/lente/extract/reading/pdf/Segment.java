package it.lente.extract.reading.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a line without a wide gap: the smallest part of a line that a column may contain.
 *
 * @param row the index of its line on the page
 * @param end where its words end, or a gap before an upright line, which may be before a short word
 * @param letters number of its characters
 */
record Segment(int row, TextLine line, float start, float end, int letters) {

  /** Least gap that may separate two columns, in ems. */
  private static final float GAP = .55f;

  /** How far a word may reach over an upright line beside it, in points. */
  private static final float OVER = 1;

  /** Splits lines at wide gaps and at upright lines. */
  static List<Segment> of(List<TextLine> lines, List<DrawnRules.Upright> uprights) {
    List<Segment> segments = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      split(row, lines.get(row), uprights, segments);
    }
    return segments;
  }

  private static void split(
      int row, TextLine line, List<DrawnRules.Upright> uprights, List<Segment> segments) {
    List<Word> words = line.words();
    int from = 0;
    float end = words.getFirst().end();
    for (int word = 1; word < words.size(); word++) {
      float start = words.get(word).start();
      float wall = wall(words.get(word - 1), line, end, start, uprights);
      if (start - end > GAP * line.size() || wall < start) {
        segments.add(part(row, line, words.subList(from, word), Math.min(end, wall)));
        from = word;
      }
      end = Math.max(end, words.get(word).end());
    }
    float wall = wall(words.getLast(), line, end, end + ColumnGap.WIDTH * line.size(), uprights);
    segments.add(part(row, line, words.subList(from, words.size()), Math.min(end, wall)));
  }

  /**
   * Returns a position so far before an upright line between two others that a gap separates it
   * from any word after the line. Without such a line, returns a position after all others.
   */
  private static float wall(
      Word word, TextLine line, float from, float to, List<DrawnRules.Upright> uprights) {
    float middle = word.lineBase() - line.size() / 3;
    for (DrawnRules.Upright upright : uprights) {
      if (upright.x() >= from - OVER
          && upright.x() <= to + OVER
          && upright.top() <= middle
          && upright.foot() >= middle) {
        return upright.x() - OVER - ColumnGap.WIDTH * line.size();
      }
    }
    return Float.MAX_VALUE;
  }

  private static Segment part(int row, TextLine line, List<Word> words, float end) {
    TextLine part = words.size() == line.words().size() ? line : new TextLine(line, words);
    int letters = 0;
    for (Word word : words) {
      letters += word.length();
    }
    return new Segment(row, part, words.getFirst().start(), end, letters);
  }

  /** Joins segments to lines, those of one row together. */
  static List<TextLine> lines(List<Segment> segments) {
    List<TextLine> lines = new ArrayList<>();
    int row = -1;
    for (Segment segment : segments) {
      if (segment.row == row) {
        TextLine whole = new TextLine(lines.getLast(), lines.getLast().words());
        segment.line.words().forEach(whole::add);
        lines.set(lines.size() - 1, whole);
      } else {
        lines.add(segment.line);
        row = segment.row;
      }
    }
    return lines;
  }

  float base() {
    return line.words().getFirst().lineBase();
  }

  /** Returns the index of its first character in painting order. */
  int painted() {
    return line.words().getFirst().first();
  }

  static int letters(List<Segment> segments) {
    return segments.stream().mapToInt(Segment::letters).sum();
  }

  /** Returns the number of rows of segments that are sorted by row. */
  static int rows(List<Segment> segments) {
    int rows = 0;
    int row = -1;
    for (Segment segment : segments) {
      rows += segment.row == row ? 0 : 1;
      row = segment.row;
    }
    return rows;
  }

  float size() {
    return line.size();
  }
}
