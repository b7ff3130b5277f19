package it.lente.extract.reading;

import java.util.ArrayList;
import java.util.List;

/** Puts characters together to words, in the order in which the page paints them. */
final class WordBuilder {

  /** How far characters of one word may overlap, in parts of their size. */
  private static final float OVERLAP = .4f;

  /** How far they may stand above or below each other. */
  private static final float JUMP = .2f;

  private final Glyphs glyphs;
  private final PaintedTwice painted;
  private final Accents accents;
  private final List<Word> words = new ArrayList<>();
  private int first = -1;
  private int last = -1;

  private WordBuilder(Glyphs glyphs) {
    this.glyphs = glyphs;
    this.painted = new PaintedTwice(glyphs);
    this.accents = new Accents(glyphs);
  }

  static List<Word> words(Glyphs glyphs) {
    WordBuilder builder = new WordBuilder(glyphs);
    for (int glyph = 0; glyph < glyphs.count(); glyph++) {
      builder.read(glyph);
    }
    builder.close(false);
    builder.accents.write();
    return builder.words;
  }

  @SuppressWarnings("ReferenceEquality") // One blank stands for all of them.
  private void read(int glyph) {
    if (glyphs.text(glyph) == Glyphs.BLANK) {
      close(true);
      return;
    }
    if (painted.before(glyph)) {
      glyphs.change(glyph, "");
      return;
    }
    if (first >= 0 && accents.is(glyph) && accents.joined(last, glyph)) {
      return;
    }
    if (first >= 0 && accents.is(last) && accents.joined(glyph, last)) {
      // What holds for the letter holds for the word.
      first = first == last ? glyph : first;
    } else if (first >= 0 && !isNext(glyph)) {
      close(false);
    }
    if (first < 0) {
      first = glyph;
    }
    last = glyph;
  }

  private void close(boolean spaced) {
    if (first >= 0) {
      words.add(Word.of(glyphs, first, last, spaced));
      first = -1;
    }
  }

  private boolean isNext(int glyph) {
    float size = Math.max(glyphs.size(last), glyphs.size(glyph));
    if (glyphs.angle(glyph) != glyphs.angle(last)
        || Math.abs(glyphs.base(glyph) - glyphs.base(last)) > JUMP * size) {
      return false;
    }
    float widest = glyphs.font(last).gap() * size;
    float gap = glyphs.start(glyph) - glyphs.pen(last);
    if (gap <= widest && glyphs.start(glyph) > glyphs.start(last) - OVERLAP * size) {
      return true;
    }
    return RightToLeft.is(glyphs.text(glyph))
        && Math.abs(glyphs.start(last) - glyphs.end(glyph)) <= widest;
  }
}
