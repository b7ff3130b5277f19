package it.lente.extract.reading;

import java.util.ArrayList;
import java.util.List;

/** Puts the words of one angle together to lines, from the top of the paper to its foot. */
final class Lines {

  /** Lines of other sizes, and of other columns, may lie between a line and its next word. */
  private static final int LINES_BACK = 6;

  private Lines() {}

  static List<Line> of(List<Word> words) {
    List<Word> sorted = new ArrayList<>(words);
    sorted.sort((one, other) -> Float.compare(one.lineBase(), other.lineBase()));
    List<Line> lines = new ArrayList<>();
    for (Word word : sorted) {
      add(word, lines);
    }
    lines.forEach(Line::sort);
    return lines;
  }

  private static void add(Word word, List<Line> lines) {
    int oldest = Math.max(0, lines.size() - LINES_BACK);
    for (int place = lines.size() - 1; place >= oldest; place--) {
      Line line = lines.get(place);
      if (line.bears(word) && !line.isUnder(word)) {
        line.add(word);
        return;
      }
    }
    lines.add(new Line(word));
  }
}
