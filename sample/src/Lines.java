package sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Breaks a paragraph into lines of a width, with words hyphenated at their ends. */
final class Lines {

  /**
   * @param width of its text without any stretch, in points at the style's size
   * @param last whether it ends the paragraph and is not justified
   */
  record Line(String text, float width, boolean last) {

    int spaces() {
      return (int) text.chars().filter(c -> c == ' ').count();
    }
  }

  private final ToDoubleFunction<String> measure;
  private final float width;
  private final boolean hyphenate;
  private final List<Line> lines = new ArrayList<>();
  private String current = "";

  private Lines(ToDoubleFunction<String> measure, float width, boolean hyphenate) {
    this.measure = measure;
    this.width = width;
    this.hyphenate = hyphenate;
  }

  static List<Line> of(
      String text, ToDoubleFunction<String> measure, float width, boolean hyphenate) {
    Lines lines = new Lines(measure, width, hyphenate);
    for (String word : text.split(" ")) {
      lines.add(word);
    }
    lines.end(true);
    return lines.lines;
  }

  private void add(String word) {
    String joined = current.isEmpty() ? word : current + " " + word;
    if (fits(joined)) {
      current = joined;
      return;
    }
    int point = hyphenate ? breakPoint(word) : 0;
    if (point > 0) {
      current = (current.isEmpty() ? "" : current + " ") + word.substring(0, point) + "-";
    }
    end(false);
    current = word.substring(point);
  }

  private int breakPoint(String word) {
    List<Integer> points = Hyphenation.points(word);
    for (int point : points.reversed()) {
      if (fits((current.isEmpty() ? "" : current + " ") + word.substring(0, point) + "-")) {
        return point;
      }
    }
    return 0;
  }

  private boolean fits(String text) {
    return measure.applyAsDouble(text) <= width;
  }

  private void end(boolean last) {
    if (!current.isEmpty()) {
      lines.add(new Line(current, (float) measure.applyAsDouble(current), last));
    }
    current = "";
  }
}
