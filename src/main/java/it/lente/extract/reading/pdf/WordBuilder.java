package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.NoteMark;
import java.util.ArrayList;
import java.util.List;

/** Joins characters to words, in the order in which the page paints them. */
final class WordBuilder {

  /** Greatest overlap of characters of one word, in parts of their size. */
  private static final float OVERLAP = .4f;

  /** Greatest difference in height of characters of one word, in parts of their size. */
  private static final float JUMP = .2f;

  /** A narrower blank, in parts of the size, separates nothing. */
  private static final float UNSEEN = .04f;

  /** Size and displacement of raised and lowered text, in parts of the size. */
  private static final float SMALL = .86f;

  private static final float SMALLEST = .4f;
  private static final float SHIFT = .08f;
  private static final float FARTHEST_SHIFT = .7f;
  private static final float FARTHEST = .6f;
  private static final int LONGEST_ATTACHED = 5;

  private static final char SOFT_HYPHEN = '\u00AD';

  private final Glyphs glyphs;
  private final DuplicateGlyphs painted;
  private final Accents accents;
  private final List<Word> words = new ArrayList<>();
  private int first = -1;
  private int last = -1;
  private int anchor = -1;
  private int blank = -1;
  private boolean plain;

  private WordBuilder(Glyphs glyphs) {
    this.glyphs = glyphs;
    this.painted = new DuplicateGlyphs(glyphs);
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

  @SuppressWarnings("ReferenceEquality") // A single blank object is used for all blanks.
  private void read(int glyph) {
    String text = glyphs.text(glyph);
    if (text.isEmpty()) {
      return;
    }
    if (text == FontMetrics.BLANK) {
      blank = first >= 0 && blank < 0 ? glyph : blank;
      return;
    }
    if (painted.before(glyph)) {
      glyphs.change(glyph, "");
      return;
    }
    if (blank >= 0) {
      skipOrClose(glyph);
    }
    if (first >= 0 && accents.is(glyph) && accents.joined(last, glyph)) {
      return;
    }
    if (first >= 0 && accents.is(last) && accents.joined(glyph, last)) {
      // Properties of the letter apply to the word.
      first = first == last ? glyph : first;
    } else if (first >= 0 && (!isNext(glyph) || isShifted(glyph))) {
      close(false);
    }
    if (first < 0) {
      first = glyph;
      anchor = last >= 0 && isBeside(glyph) ? anchor : glyph;
    } else if (!plain && isSoftHyphen(last)) {
      glyphs.change(last, isUnseen(last, glyph) ? "" : "-");
    }
    last = glyph;
    plain = isPlain(text);
  }

  /** Returns whether a text, as nearly all, is neither a soft hyphen nor a raised digit. */
  private static boolean isPlain(String text) {
    return text.charAt(0) < 128;
  }

  /** Ends the word at a blank, unless the blank is invisible. */
  private void skipOrClose(int next) {
    if (!isPaintedOver(next)) {
      close(true);
    }
    for (int unseen = blank; first >= 0 && unseen < next; unseen++) {
      glyphs.change(unseen, "");
    }
    blank = -1;
  }

  private void close(boolean spaced) {
    if (first >= 0) {
      boolean attached = last - first < LONGEST_ATTACHED;
      anchor = attached ? anchor : first;
      words.add(Word.of(glyphs, first, last, spaced, anchor));
      first = -1;
    }
  }

  /** Returns whether a character is painted over the blank before it, which is then invisible. */
  private boolean isPaintedOver(int glyph) {
    return isUnseen(blank, glyph)
        && glyphs.start(glyph) - glyphs.end(last) <= UNSEEN * glyphs.size(last);
  }

  private boolean isUnseen(int glyph, int next) {
    float least = UNSEEN * glyphs.size(next);
    return Math.abs(glyphs.start(next) - glyphs.start(glyph)) <= least
        && Math.abs(glyphs.base(next) - glyphs.base(glyph)) <= least;
  }

  private boolean isAtSoftHyphen(int glyph) {
    return (isSoftHyphen(last) && isUnseen(last, glyph)) || isSoftHyphen(glyph);
  }

  private boolean isSoftHyphen(int glyph) {
    String text = glyphs.text(glyph);
    return text.length() == 1 && text.charAt(0) == SOFT_HYPHEN;
  }

  /** Returns whether a character begins or ends a raised or lowered part of a word. */
  private boolean isShifted(int glyph) {
    boolean bothPlain = plain && isPlain(glyphs.text(glyph));
    if (!bothPlain
        && NoteMark.isRaisedDigit(glyphs.text(glyph))
            != NoteMark.isRaisedDigit(glyphs.text(last))) {
      return true;
    }
    float one = glyphs.size(last);
    float other = glyphs.size(glyph);
    if (one == other || Math.min(one, other) > SMALL * Math.max(one, other)) {
      return false;
    }
    float shift = Math.abs(glyphs.base(glyph) - glyphs.base(last));
    return shift > SHIFT * Math.max(one, other) || isFigure(glyph) != isFigure(last);
  }

  private boolean isFigure(int glyph) {
    return Character.isDigit(glyphs.text(glyph).codePointAt(0));
  }

  /** Returns whether a smaller character lies beside the last word, above or below its line. */
  private boolean isBeside(int glyph) {
    float size = glyphs.size(anchor);
    float gap = glyphs.start(glyph) - glyphs.end(last);
    float raised = glyphs.base(anchor) - glyphs.base(glyph);
    return (glyphs.size(glyph) <= SMALL * size || Math.abs(raised) > JUMP * size)
        && glyphs.size(glyph) <= size
        && glyphs.size(glyph) >= SMALLEST * size
        && glyphs.angle(glyph) == glyphs.angle(anchor)
        && Math.abs(raised) <= FARTHEST_SHIFT * size
        && gap > -OVERLAP * size
        && gap <= FARTHEST * size;
  }

  private boolean isNext(int glyph) {
    float size = Math.max(glyphs.size(last), glyphs.size(glyph));
    if (glyphs.angle(glyph) != glyphs.angle(last)
        || Math.abs(glyphs.base(glyph) - glyphs.base(last)) > JUMP * size) {
      return false;
    }
    float widest = glyphs.font(last).gap() * size;
    float gap = glyphs.start(glyph) - glyphs.pen(last);
    boolean forward = glyphs.start(glyph) > glyphs.start(last) - OVERLAP * size;
    if (forward && (gap <= widest || (gap <= FARTHEST * size && isAtSoftHyphen(glyph)))) {
      return true;
    }
    return RightToLeft.is(glyphs.text(glyph))
        && Math.abs(glyphs.start(last) - glyphs.end(glyph)) <= widest;
  }
}
