package it.lente.extract.reading.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Combines letters with accents that are painted as separate characters over them, as TeX and some
 * printers' drivers do. The changes are applied at the end, because until then a character must be
 * known by its painted text.
 */
final class Accents {

  private static final String SPACING = "`^~¨¯´¸ˆˇ˘˙˚˛˜˝";
  private static final String COMBINING =
      "\u0300\u0302\u0303\u0308\u0304\u0301\u0327\u0302\u030C\u0306\u0307\u030A\u0328\u0303\u030B";
  private static final char FIRST_COMBINING = '\u0300';
  private static final char LAST_COMBINING = '\u036F';

  /** Greatest height of an accent over a capital, in parts of the letter's size. */
  private static final float LIFT = .5f;

  private record Change(int letter, int accent, String text) {}

  private final Glyphs glyphs;
  private final List<Change> changes = new ArrayList<>();

  Accents(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  boolean is(int glyph) {
    return mark(glyphs.text(glyph)) != 0;
  }

  /** Returns whether an accent is over a letter with which it forms one character. */
  boolean joined(int letter, int accent) {
    float middle = (glyphs.start(accent) + glyphs.end(accent)) / 2;
    if (middle <= glyphs.start(letter)
        || middle >= glyphs.end(letter)
        || glyphs.angle(accent) != glyphs.angle(letter)
        || Math.abs(glyphs.base(accent) - glyphs.base(letter)) > LIFT * glyphs.size(letter)) {
      return false;
    }
    String text = glyphs.text(letter) + mark(glyphs.text(accent));
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (composed.length() >= text.length()) {
      return false;
    }
    changes.add(new Change(letter, accent, composed));
    return true;
  }

  /** Gives the letters their accents. */
  void write() {
    for (Change change : changes) {
      glyphs.change(change.letter, change.text);
      glyphs.change(change.accent, "");
    }
  }

  private static char mark(String glyph) {
    if (glyph.length() != 1 || glyph.charAt(0) < '^') {
      return 0;
    }
    char character = glyph.charAt(0);
    if (character >= FIRST_COMBINING && character <= LAST_COMBINING) {
      return character;
    }
    int place = SPACING.indexOf(character);
    return place < 0 ? 0 : COMBINING.charAt(place);
  }
}
