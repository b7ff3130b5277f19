package it.lente.extract.reading;

import java.util.ArrayList;
import java.util.List;

/** Words beside each other on the paper. */
final class TextLine {

  /** The part of a letter that stands on the base line, in parts of its size. */
  private static final float BODY = .6f;

  /** Words of a line among which one is looked for that lies under another. */
  private static final int LOOKED_AT = 64;

  /** Characters that are painted in between, if two words belong to different layers. */
  private static final int APART = 40;

  /** Lines of other sizes, and of other columns, may lie between a line and its next word. */
  private static final int LINES_BACK = 6;

  private final List<Word> words = new ArrayList<>();
  private final float base;
  private final float size;
  private boolean note;

  /** Where the word that reaches furthest ends. */
  private float furthest = -Float.MAX_VALUE;

  TextLine(Word first) {
    base = first.lineBase();
    size = first.lineSize();
    add(first);
  }

  /** A part of a line. */
  TextLine(TextLine whole, List<Word> part) {
    base = whole.base;
    size = whole.size;
    words.addAll(part);
    note = whole.note;
  }

  /** Puts words of one angle together to lines, from the top of the paper to its foot. */
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

  /** Makes it a line of a note at the foot of the page. */
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

  /** By their places, from left to right. */
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

  /** Of sorted words; the last one ends furthest, or nearly so. */
  float end() {
    return words.getLast().end();
  }

  /** Whether a word stands on this line: at least half of its body or of the line's does. */
  boolean includes(Word word) {
    float top = Math.max(base - BODY * size, word.lineBase() - BODY * word.lineSize());
    float bottom = Math.min(base, word.lineBase());
    return bottom - top >= BODY / 2 * Math.min(size, word.lineSize());
  }

  /** Whether a word lies over one that was painted long before: it is of another layer. */
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
