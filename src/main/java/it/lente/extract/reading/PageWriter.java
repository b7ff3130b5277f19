package it.lente.extract.reading;

import it.lente.record.WordBoxes;
import java.util.List;

/**
 * Writes what stands on a page as text, a line of the paper a line of the text; a word that is
 * broken at a line's end goes whole to the line where it began.
 */
final class PageWriter {

  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char HYPHEN = '\u2010';

  /**
   * What was written of a page.
   *
   * @param boxes one for each word, and two for a word that was broken
   */
  record Written(String text, WordBoxes boxes) {}

  private final StringBuilder text = new StringBuilder();
  private final BoxPen boxes = new BoxPen();
  private String separator = "";

  private PageWriter() {}

  static Written write(List<List<Line>> blocks) {
    PageWriter writer = new PageWriter();
    for (List<Line> block : blocks) {
      for (Line line : block) {
        writer.write(line);
      }
      writer.parted("\n\n");
    }
    return new Written(writer.text.toString(), writer.boxes.boxes());
  }

  private void write(Line line) {
    List<Word> words = RightToLeft.line(line.words());
    boolean[] joined = Banner.joined(words);
    for (int place = 0; place < words.size(); place++) {
      Word word = words.get(place);
      if (place > 0 && (joined[place] || goesOn(words.get(place - 1), word))) {
        append(word, true);
        continue;
      }
      String written = word.text();
      String after = " ";
      if (place == 0 && endsBroken() && Character.isLowerCase(written.codePointAt(0))) {
        text.setLength(text.length() - 1);
        boxes.shorten(text.length());
        separator = "";
        after = "\n";
      }
      append(word, false);
      separator = after;
    }
    parted("\n");
  }

  /** The widest of the separators that are due. */
  private void parted(String due) {
    if (!text.isEmpty() && due.length() >= separator.length()) {
      separator = due;
    }
  }

  private void append(Word word, boolean goesOn) {
    if (!goesOn) {
      text.append(separator);
      boxes.begin(text.length());
    }
    word.writeTo(text);
    boxes.cover(word, text.length());
  }

  private static boolean goesOn(Word word, Word next) {
    float gap = Math.min(word.gap(), next.gap());
    return next.start() >= word.start()
        ? !word.spaced() && next.start() - word.end() <= gap
        : !word.spaced() && !next.spaced() && word.start() - next.end() <= gap;
  }

  private boolean endsBroken() {
    int end = text.length() - 1;
    if (end < 1 || separator.isEmpty()) {
      return false;
    }
    char hyphen = text.charAt(end);
    int before = text.codePointBefore(end);
    if (hyphen == SOFT_HYPHEN) {
      return Character.isLetter(before);
    }
    int two = end - Character.charCount(before);
    return (hyphen == '-' || hyphen == HYPHEN)
        && Character.isLowerCase(before)
        && two > 0
        && Character.isLetter(text.codePointBefore(two));
  }
}
