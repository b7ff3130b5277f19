package it.lente.extract.reading.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds columns and tables by the gaps between them: a position where many segments begin and which
 * no line crosses over some height. Columns have running text on both sides. The rows of a table
 * are separated by wider gaps between its lines, or by rules.
 */
final class Columns {

  private static final int DEEPEST = 8;
  private static final int FEWEST_STARTS = 3;

  /** The least width of a column, in ems. */
  private static final float NARROWEST = 2.5f;

  /** A side with fewer letters is a list of numbers or bullets. */
  private static final int FEWEST_LETTERS = 12;

  /** Greatest difference between the starts of one column, in ems. */
  private static final float ALIGNED = .15f;

  private static final int CANDIDATES = 8;

  private final int depth;
  private final List<List<TextLine>> blocks;
  private final List<DrawnRules.Rule> rules;

  private Columns(int depth, List<List<TextLine>> blocks, List<DrawnRules.Rule> rules) {
    this.depth = depth;
    this.blocks = blocks;
    this.rules = rules;
  }

  static List<List<TextLine>> blocks(List<TextLine> lines, DrawnRules rules) {
    List<List<TextLine>> blocks = new ArrayList<>();
    if (lines.isEmpty()) {
      return blocks;
    }
    if (lines.size() < FEWEST_STARTS) {
      blocks.add(lines);
    } else {
      new Columns(0, blocks, rules.all()).read(Segment.of(lines, rules.uprights()));
    }
    return blocks;
  }

  private void read(List<Segment> region) {
    if (region.isEmpty()) {
      return;
    }
    ColumnGap gutter = depth < DEEPEST ? widest(region) : null;
    if (gutter == null) {
      blocks.add(Segment.lines(region));
      return;
    }
    Columns within = new Columns(depth + 1, blocks, rules);
    within.read(gutter.above());
    PageTable table = new PageTable(gutter, rules);
    if (gutter.isBetweenColumns() && !table.isCertain()) {
      within.read(gutter.left());
      within.read(gutter.right());
    } else {
      table.addTo(blocks);
    }
    within.read(gutter.below());
  }

  private ColumnGap widest(List<Segment> region) {
    ColumnGap best = null;
    int most = FEWEST_LETTERS;
    for (float[] start : starts(region)) {
      for (ColumnGap gutter : ColumnGap.at(start[1], region)) {
        int letters = gutter.letters();
        if (letters > most
            && (gutter.isBetweenColumns()
                || (gutter.isAligned() && new PageTable(gutter, rules).isTable()))) {
          best = gutter;
          most = letters;
        }
      }
    }
    return best;
  }

  /**
   * Returns positions where several segments begin, away from the left edge, those of most segments
   * first: their number and the position.
   */
  private static List<float[]> starts(List<Segment> region) {
    List<float[]> found = new ArrayList<>();
    List<Segment> sorted = new ArrayList<>(region);
    sorted.sort((one, other) -> Float.compare(one.start(), other.start()));
    float edge = sorted.getFirst().start();
    int from = 0;
    for (int to = 1; to <= sorted.size(); to++) {
      Segment first = sorted.get(from);
      if (to < sorted.size() && sorted.get(to).start() - first.start() < ALIGNED * first.size()) {
        continue;
      }
      if (to - from >= FEWEST_STARTS && first.start() - edge > NARROWEST * first.size()) {
        found.add(new float[] {to - from, first.start()});
      }
      from = to;
    }
    found.sort((one, other) -> Float.compare(other[0], one[0]));
    return found.subList(0, Math.min(CANDIDATES, found.size()));
  }
}
