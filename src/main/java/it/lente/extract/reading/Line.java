package it.lente.extract.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Words beside each other on the paper. */
final class Line {

  /** The part of a letter that stands on the base line, in parts of its size. */
  private static final float BODY = .6f;

  private final List<Word> words = new ArrayList<>();
  private final float base;
  private final float size;

  Line(Word first) {
    base = first.base();
    size = first.size();
    words.add(first);
  }

  /** A part of a line. */
  Line(Line whole, List<Word> part) {
    base = whole.base;
    size = whole.size;
    words.addAll(part);
  }

  void add(Word word) {
    words.add(word);
  }

  /** By their places, from left to right. */
  void sort() {
    words.sort(Comparator.comparingDouble(Word::start));
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
  boolean bears(Word word) {
    float top = Math.max(base - BODY * size, word.base() - BODY * word.size());
    float bottom = Math.min(base, word.base());
    return bottom - top >= BODY / 2 * Math.min(size, word.size());
  }
}
