package it.lente.extract.reading.pdf;

import java.util.ArrayList;
import java.util.List;

/** Words beside each other on the page. */
final class TextLine {

  /** The height of a letter's body above the base line, in parts of the letter's size. */
  private static final float BODY = .6f;

  /** Number of last words of a line that are checked for lying under another. */
  private static final int LOOKED_AT = 64;

  /** Number of characters painted between two words that belong to different layers. */
  private static final int APART = 40;

  /** Lines of other sizes, and of other columns, may lie between a line and its next word. */
  private static final int LINES_BACK = 6;

  private final List<Word> words = new ArrayList<>();
  private final float base;
  private final float size;
  private boolean note;

  /** The greatest end of a word. */
  private float furthest = -Float.MAX_VALUE;

  TextLine(Word first) {
    base = first.lineBase();
    size = first.lineSize();
    add(first);
  }

  /** Makes a part of a line. */
  TextLine(TextLine whole, List<Word> part) {
    base = whole.base;
    size = whole.size;
    words.addAll(part);
    note = whole.note;
  }

  /** Joins words of one angle to lines, from top to bottom of the page. */
  static List<TextLine> all(List<Word> words) {
    List<Word> sorted = new ArrayList<>(words);
    sorted.sort((one, other) -> Float.compare(one.lineBase(), other.lineBase()));
    List<TextLine> lines = new ArrayList<>();
    for (Word word : sorted) {
      addTo(lines, word);
    }
    lines.forEach(TextLine::sort);
    return lines;
  }

  private static void addTo(List<TextLine> lines, Word word) {
    int oldest = Math.max(0, lines.size() - LINES_BACK);
    for (int place = lines.size() - 1; place >= oldest; place--) {
      TextLine line = lines.get(place);
      if (line.includes(word) && !line.isUnder(word)) {
        line.add(word);
        return;
      }
    }
    lines.add(new TextLine(word));
  }

  /** Marks the line as part of a footnote. */
  void markNote() {
    note = true;
  }

  boolean isNote() {
    return note;
  }

  void add(Word word) {
    words.add(word);
    furthest = Math.max(furthest, word.end());
  }

  /** Sorts the words by position, from left to right. */
  void sort() {
    words.sort((one, other) -> Float.compare(one.start(), other.start()));
  }

  List<Word> words() {
    return words;
  }

  float base() {
    return base;
  }

  float size() {
    return size;
  }

  float start() {
    return words.getFirst().start();
  }

  /** Returns the end of the last of the sorted words, which is the greatest or nearly so. */
  float end() {
    return words.getLast().end();
  }

  /** Returns whether at least half of the body of a word, or of the line, is on the other. */
  boolean includes(Word word) {
    float top = Math.max(base - BODY * size, word.lineBase() - BODY * word.lineSize());
    float bottom = Math.min(base, word.lineBase());
    return bottom - top >= BODY / 2 * Math.min(size, word.lineSize());
  }

  /** Returns whether a word of another layer lies over one that was painted long before. */
  boolean isUnder(Word word) {
    if (word.start() >= furthest) {
      return false;
    }
    for (int place = words.size() - 1; place >= Math.max(0, words.size() - LOOKED_AT); place--) {
      Word other = words.get(place);
      float both = Math.min(word.end(), other.end()) - Math.max(word.start(), other.start());
      float narrower = Math.min(word.end() - word.start(), other.end() - other.start());
      if (both > narrower / 2 && Math.abs(word.first() - other.first()) > APART) {
        return true;
      }
    }
    return false;
  }
}
